/* fuzz_edge - lays each input against a page that nobody may read.
 *
 * For fuzzing by the ten millions without AddressSanitizer: linked with one
 * *_fuzz.c whose entry was renamed to fuzz_target (fuzz.sh does it).  An octet
 * read behind the input kills the run, as with the sanitizer, and writing into
 * the input does too.  Nothing is allocated for an execution. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* More than any target's longest input. */
#define ROOM ((size_t)1 << 16)

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);
int fuzz_target(const uint8_t *data, size_t octets);

/* Where the forbidden page begins; the same memory is writable at `fill`. */
static const uint8_t *edge;
static uint8_t *fill;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	int fd = memfd_create("input", MFD_CLOEXEC);
	if (fd < 0 || ftruncate(fd, (off_t)ROOM) != 0)
		abort();
	/* What is mapped behind the room stays without any right. */
	uint8_t *held =
	    mmap(NULL, 2 * ROOM, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	fill = mmap(NULL, ROOM, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (held == MAP_FAILED || fill == MAP_FAILED ||
	    mmap(held, ROOM, PROT_READ, MAP_SHARED | MAP_FIXED, fd, 0) ==
		MAP_FAILED)
		abort();
	close(fd);
	edge = held + ROOM;
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets)
{
	if (octets > ROOM)
		return 0;
	memcpy(fill + (ROOM - octets), data, octets);
	return fuzz_target(edge - octets, octets);
}
