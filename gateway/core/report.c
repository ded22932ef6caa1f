#include "gateway/core/report.h"

#include <stddef.h>

static const struct {
	int first, last;
	const char *words;
} rows[] = {
    {0x00, 0x00, "delivered"},
    {0x01, 0x01, "passed on, the network cannot say whether it arrived"},
    {0x02, 0x02, "replaced by a later text"},
    {0x03, 0x1F, "delivered"},
    {0x20, 0x20, "congestion, the network goes on trying"},
    {0x21, 0x21, "the phone is busy, the network goes on trying"},
    {0x22, 0x22,
	"the phone is off or out of reach, the network goes on "
	"trying"},
    {0x23, 0x23, "rejected, the network goes on trying"},
    {0x24, 0x24, "quality not available, the network goes on trying"},
    {0x25, 0x25, "error in the phone, the network goes on trying"},
    {0x26, 0x3F, "the network goes on trying"},
    {0x40, 0x40, "the network could not reach it"},
    {0x41, 0x41, "the phone cannot take such texts"},
    {0x42, 0x42, "the phone rejected it"},
    {0x43, 0x43, "there is no such number any more"},
    {0x44, 0x44, "quality not available"},
    {0x45, 0x45, "no way into that network"},
    {0x46, 0x46, "the phone was off or out of reach for too long"},
    {0x47, 0x47, "deleted by the sender"},
    {0x48, 0x48, "deleted by the operator"},
    {0x49, 0x49, "the network does not know it any more"},
    {0x4A, 0x5F, "the network could not deliver it"},
    {0x60, 0x60, "congestion, the network gave up"},
    {0x61, 0x61, "the phone was busy, the network gave up"},
    {0x62, 0x62, "the phone was off or out of reach, the network gave up"},
    {0x63, 0x63, "rejected, the network gave up"},
    {0x64, 0x64, "quality not available, the network gave up"},
    {0x65, 0x65, "error in the phone, the network gave up"},
    {0x66, 0x7F, "the network gave up"},
};

const char *
report_words(int status)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (status >= rows[i].first && status <= rows[i].last)
			return rows[i].words;
	return "the network could not deliver it";
}

bool
report_may_come_back(int status)
{
	return status == 0x46 || (status >= 0x60 && status <= 0x7F);
}
