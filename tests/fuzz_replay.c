/* fuzz_replay - runs a fuzz target over files, without a fuzzer.
 *
 * Linked with one *_fuzz.c; each argument is a file or a folder of files, and
 * without arguments it is the target's own corpus (FUZZ_CORPUS, below the
 * source folder).  So the corpora are an ordinary test for every compiler. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t octets);

static int
replay_file(const char *path)
{
	FILE *in = fopen(path, "rb");
	if (in == NULL) {
		perror(path);
		return -1;
	}
	static uint8_t data[1 << 20];
	size_t octets = fread(data, 1, sizeof(data), in);
	fclose(in);
	/* An exact heap copy, so that the sanitizer sees one octet too far. */
	uint8_t *copy = malloc(octets + (octets == 0));
	if (copy == NULL)
		return -1;
	for (size_t i = 0; i < octets; i++)
		copy[i] = data[i];
	LLVMFuzzerTestOneInput(copy, octets);
	free(copy);
	return 1;
}

static int
replay(const char *path)
{
	struct stat st;
	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
		return replay_file(path);
	DIR *dir = opendir(path);
	int total = 0;
	for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
		if (e->d_name[0] == '.')
			continue;
		char file[4096];
		snprintf(file, sizeof(file), "%s/%s", path, e->d_name);
		int n = replay_file(file);
		total = n < 0 || total < 0 ? -1 : total + n;
	}
	if (dir != NULL)
		closedir(dir);
	return total;
}

int
main(int argc, char **argv)
{
	int total = 0;
	if (argc == 1)
		total = replay(FURROW_SOURCE "/" FUZZ_CORPUS);
	for (int i = 1; i < argc; i++) {
		int n = replay(argv[i]);
		if (n < 0)
			return 1;
		total += n;
	}
	printf("%d inputs replayed\n", total);
	return total > 0 ? 0 : 1;
}
