/* The rungs that take its power away: its USB port off and on, or the owner's
 * command.  Both are errands; what comes of them is a log line. */
#include <errno.h>
#include <stdio.h>

#include "base/log.h"

#include "modem/modem_private.h"
#include "modem/usb_reset.h"

#define USB_LIMIT_MS 15000

static bool
is_refusal(bool usb, int code)
{
	return usb && (code == EACCES || code == EPERM || code == EROFS);
}

static void
on_errand_end(void *arg, enum errand_end end, int code)
{
	struct modem *m = arg;
	bool usb = m->ladder.rung == MODEM_RUNG_USB;
	bool done = end == ERRAND_DONE && code == 0;
	char why[64] = "";
	errand_free(&m->errand);
	if (end == ERRAND_DONE && code != 0)
		snprintf(
		    why, sizeof(why), "%s %d", usb ? "error" : "status", code);
	log_event(done ? LOG_INFO : LOG_WARN, "modem", "errand",
	    "link=%s rung=%s end=\"%s\"", m->name,
	    modem_rung_name(m->ladder.rung),
	    done                    ? "done"
	    : end == ERRAND_LATE    ? "too slow, killed"
	    : end == ERRAND_KILLED  ? "died"
	    : end == ERRAND_NOT_RUN ? "could not be started"
	    : is_refusal(usb, code)
		? "no permission to reset the USB port: run furrowd with the "
		  "right to write the device's authorized file, or give a "
		  "reset-command"
		: why);
	if (done) {
		modem_forgive_silence(m);
		modem_go_closed(
		    m, modem_ms(m, ladder_row(m->ladder.rung)->wait));
		return;
	}
	m->usb_refused |= usb;
	modem_recover(m);
}

static void
begin_errand(struct modem *m, struct errand_work *work)
{
	modem_lower_lines(m);
	modem_close_device(m);
	work->label = m->name;
	work->on_end = on_errand_end;
	work->arg = m;
	m->errand = errand_new(m->loop, work);
	fsm_go(&m->machine, MODEM_RESTARTING);
}

void
modem_reset_usb(struct modem *m)
{
	struct usb_reset usb;
	usb_reset_find(&usb, "/sys", m->device_number);
	struct errand_work work = {.call = usb_reset_run,
	    .record = &usb,
	    .limit_ms = USB_LIMIT_MS,
	    .must_finish = true};
	begin_errand(m, &work);
}

void
modem_run_command(struct modem *m)
{
	char link[sizeof(m->name) + 16], device[sizeof(m->device) + 16];
	char path[] = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:"
		      "/usr/bin:/sbin:/bin";
	snprintf(link, sizeof(link), "FURROW_LINK=%s", m->name);
	snprintf(device, sizeof(device), "FURROW_DEVICE=%s", m->device);
	char *const environment[] = {link, device, path, NULL};
	struct errand_work work = {.argv = m->reset_command,
	    .environment = environment,
	    .limit_ms = modem_ms(m, MODEM_T_RESET_COMMAND)};
	begin_errand(m, &work);
}
