#include "gateway/link/smpp_layout.h"

#define AT(member) ((uint16_t)offsetof(struct smpp_pdu, member))

#define OCTET(member, name)                                                    \
	{                                                                      \
		SMPP_FIELD_OCTET, false, 0, AT(member), SMPP_RINVCMDLEN, name  \
	}
#define STRING(member, most, status, name)                                     \
	{                                                                      \
		SMPP_FIELD_STRING, false, most, AT(member), status, name       \
	}
/* Peers write more than 5.2 allows, and nothing depends on it. */
#define LENIENT(member, most, status, name)                                    \
	{                                                                      \
		SMPP_FIELD_STRING, true, most, AT(member), status, name        \
	}
#define MESSAGE(member)                                                        \
	{                                                                      \
		SMPP_FIELD_MESSAGE, false, 0, AT(member), SMPP_RINVMSGLEN,     \
		    "short_message (5.2.22)"                                   \
	}
#define SOURCE(member, most)                                                   \
	OCTET(member.ton, "source_addr_ton (5.2.5)"),                          \
	    OCTET(member.npi, "source_addr_npi (5.2.6)"),                      \
	    STRING(member.text, most, SMPP_RINVSRCADR, "source_addr (5.2.8)")
#define DEST(member, most)                                                     \
	OCTET(member.ton, "dest_addr_ton (5.2.5)"),                            \
	    OCTET(member.npi, "dest_addr_npi (5.2.6)"),                        \
	    STRING(member.text, most, SMPP_RINVDSTADR,                         \
		"destination_addr (5.2.9)")
#define ADDR_OCTETS SMPP_ADDRESS_OCTETS
#define LONG_ADDR_OCTETS 64
#define SERVICE(member)                                                        \
	LENIENT(member, 5, SMPP_RINVSERTYP, "service_type (5.2.11)")
#define ESM OCTET(sm.esm_class, "esm_class (5.2.12)")
#define PRIORITY OCTET(sm.priority, "priority_flag (5.2.14)")
#define SCHEDULE                                                               \
	LENIENT(sm.schedule_time, 16, SMPP_RINVSCHED,                          \
	    "schedule_delivery_time (5.2.15)")
#define VALIDITY                                                               \
	LENIENT(sm.validity, 16, SMPP_RINVEXPIRY, "validity_period (5.2.16)")
#define REGISTERED OCTET(sm.registered_delivery, "registered_delivery (5.2.17)")
#define REPLACE OCTET(sm.replace_if_present, "replace_if_present_flag (5.2.18)")
#define CODING OCTET(sm.data_coding, "data_coding (5.2.19)")
#define DEFAULT_ID OCTET(sm.default_msg_id, "sm_default_msg_id (5.2.20)")
#define MESSAGE_ID(member)                                                     \
	STRING(member, SMPP_MESSAGE_ID_OCTETS, SMPP_RINVMSGID,                 \
	    "message_id (5.2.23)")
#define ANSWERED_ID                                                            \
	LENIENT(resp.message_id, SMPP_MESSAGE_ID_OCTETS, SMPP_RINVMSGID,       \
	    "message_id (5.2.23)")
#define SYSTEM_ID(member)                                                      \
	LENIENT(member, 15, SMPP_RINVSYSID, "system_id (5.2.1)")
#define PASSWORD LENIENT(bind.password, 8, SMPP_RINVPASWD, "password (5.2.2)")

/* What all that carry a text have behind their addresses. */
#define TEXT_FIELDS                                                            \
	ESM, OCTET(sm.protocol_id, "protocol_id (5.2.13)"), PRIORITY,          \
	    SCHEDULE, VALIDITY, REGISTERED, REPLACE, CODING, DEFAULT_ID,       \
	    MESSAGE(sm.short_message)

static const struct smpp_field bind_fields[] = {
    SYSTEM_ID(bind.system_id),
    PASSWORD,
    LENIENT(bind.system_type, 12, SMPP_RINVSYSTYP, "system_type (5.2.3)"),
    OCTET(bind.interface_version, "interface_version (5.2.4)"),
    OCTET(bind.addr_ton, "addr_ton (5.2.5)"),
    OCTET(bind.addr_npi, "addr_npi (5.2.6)"),
    LENIENT(bind.address_range, 40, SMPP_RBINDFAIL, "address_range (5.2.7)"),
};
static const struct smpp_field outbind_fields[] = {
    SYSTEM_ID(bind.system_id),
    PASSWORD,
};
static const struct smpp_field bind_resp_fields[] = {
    SYSTEM_ID(resp.system_id),
};
static const struct smpp_field sm_fields[] = {
    SERVICE(sm.service_type),
    SOURCE(sm.source, ADDR_OCTETS),
    DEST(sm.dest, ADDR_OCTETS),
    TEXT_FIELDS,
};
static const struct smpp_field multi_fields[] = {
    SERVICE(sm.service_type),
    SOURCE(sm.source, ADDR_OCTETS),
    {SMPP_FIELD_DESTS, false, 0, 0, SMPP_RINVNUMDESTS,
	"dest_address(es) (4.5.1.1)"},
    TEXT_FIELDS,
};
static const struct smpp_field data_fields[] = {
    SERVICE(sm.service_type),
    SOURCE(sm.source, LONG_ADDR_OCTETS),
    DEST(sm.dest, LONG_ADDR_OCTETS),
    ESM,
    REGISTERED,
    CODING,
};
static const struct smpp_field replace_fields[] = {
    MESSAGE_ID(sm.message_id),
    SOURCE(sm.source, ADDR_OCTETS),
    SCHEDULE,
    VALIDITY,
    REGISTERED,
    DEFAULT_ID,
    MESSAGE(sm.short_message),
};
static const struct smpp_field broadcast_fields[] = {
    SERVICE(sm.service_type),
    SOURCE(sm.source, ADDR_OCTETS),
    MESSAGE_ID(sm.message_id),
    PRIORITY,
    SCHEDULE,
    VALIDITY,
    REPLACE,
    CODING,
    DEFAULT_ID,
};
static const struct smpp_field query_fields[] = {
    MESSAGE_ID(about.message_id),
    SOURCE(about.source, ADDR_OCTETS),
};
static const struct smpp_field cancel_fields[] = {
    SERVICE(about.service_type),
    MESSAGE_ID(about.message_id),
    SOURCE(about.source, ADDR_OCTETS),
    DEST(about.dest, ADDR_OCTETS),
};
static const struct smpp_field cancel_broadcast_fields[] = {
    SERVICE(about.service_type),
    MESSAGE_ID(about.message_id),
    SOURCE(about.source, ADDR_OCTETS),
};
static const struct smpp_field alert_fields[] = {
    SOURCE(alert.source, LONG_ADDR_OCTETS),
    OCTET(alert.esme.ton, "esme_addr_ton (5.2.5)"),
    OCTET(alert.esme.npi, "esme_addr_npi (5.2.6)"),
    STRING(alert.esme.text, LONG_ADDR_OCTETS, SMPP_RINVDSTADR,
	"esme_addr (5.2.10)"),
};
static const struct smpp_field id_resp_fields[] = {
    ANSWERED_ID,
};
static const struct smpp_field query_resp_fields[] = {
    ANSWERED_ID,
    LENIENT(resp.final_date, 16, SMPP_RINVSCHED, "final_date (4.8.2)"),
    OCTET(resp.message_state, "message_state (5.2.28)"),
    OCTET(resp.error_code, "error_code (4.8.2)"),
};
static const struct smpp_field multi_resp_fields[] = {
    ANSWERED_ID,
    {SMPP_FIELD_UNSUCCESS, false, 0, 0, SMPP_RINVNUMDESTS,
	"unsuccess_sme (4.5.2.1)"},
};

#define FIELDS(table) table, sizeof(table) / sizeof((table)[0])

/* The two that are most of all traffic stand first. */
static const struct smpp_layout layouts[] = {
    {SMPP_DELIVER_SM, "deliver_sm", FIELDS(sm_fields), false},
    {SMPP_SUBMIT_SM | SMPP_RESP, "submit_sm_resp", FIELDS(id_resp_fields),
	true},
    {SMPP_SUBMIT_SM, "submit_sm", FIELDS(sm_fields), false},
    {SMPP_DELIVER_SM | SMPP_RESP, "deliver_sm_resp", FIELDS(id_resp_fields),
	false},
    {SMPP_ENQUIRE_LINK, "enquire_link", NULL, 0, false},
    {SMPP_ENQUIRE_LINK | SMPP_RESP, "enquire_link_resp", NULL, 0, false},
    {SMPP_GENERIC_NACK, "generic_nack", NULL, 0, false},
    {SMPP_DATA_SM, "data_sm", FIELDS(data_fields), false},
    {SMPP_DATA_SM | SMPP_RESP, "data_sm_resp", FIELDS(id_resp_fields), false},
    {SMPP_BIND_RECEIVER, "bind_receiver", FIELDS(bind_fields), false},
    {SMPP_BIND_RECEIVER | SMPP_RESP, "bind_receiver_resp",
	FIELDS(bind_resp_fields), true},
    {SMPP_BIND_TRANSMITTER, "bind_transmitter", FIELDS(bind_fields), false},
    {SMPP_BIND_TRANSMITTER | SMPP_RESP, "bind_transmitter_resp",
	FIELDS(bind_resp_fields), true},
    {SMPP_BIND_TRANSCEIVER, "bind_transceiver", FIELDS(bind_fields), false},
    {SMPP_BIND_TRANSCEIVER | SMPP_RESP, "bind_transceiver_resp",
	FIELDS(bind_resp_fields), true},
    {SMPP_UNBIND, "unbind", NULL, 0, false},
    {SMPP_UNBIND | SMPP_RESP, "unbind_resp", NULL, 0, false},
    {SMPP_OUTBIND, "outbind", FIELDS(outbind_fields), false},
    {SMPP_ALERT_NOTIFICATION, "alert_notification", FIELDS(alert_fields),
	false},
    {SMPP_QUERY_SM, "query_sm", FIELDS(query_fields), false},
    {SMPP_QUERY_SM | SMPP_RESP, "query_sm_resp", FIELDS(query_resp_fields),
	true},
    {SMPP_CANCEL_SM, "cancel_sm", FIELDS(cancel_fields), false},
    {SMPP_CANCEL_SM | SMPP_RESP, "cancel_sm_resp", NULL, 0, false},
    {SMPP_REPLACE_SM, "replace_sm", FIELDS(replace_fields), false},
    {SMPP_REPLACE_SM | SMPP_RESP, "replace_sm_resp", NULL, 0, false},
    {SMPP_SUBMIT_MULTI, "submit_multi", FIELDS(multi_fields), false},
    {SMPP_SUBMIT_MULTI | SMPP_RESP, "submit_multi_resp",
	FIELDS(multi_resp_fields), true},
    {SMPP_BROADCAST_SM, "broadcast_sm", FIELDS(broadcast_fields), false},
    {SMPP_BROADCAST_SM | SMPP_RESP, "broadcast_sm_resp", FIELDS(id_resp_fields),
	true},
    {SMPP_QUERY_BROADCAST_SM, "query_broadcast_sm", FIELDS(query_fields),
	false},
    {SMPP_QUERY_BROADCAST_SM | SMPP_RESP, "query_broadcast_sm_resp",
	FIELDS(id_resp_fields), true},
    {SMPP_CANCEL_BROADCAST_SM, "cancel_broadcast_sm",
	FIELDS(cancel_broadcast_fields), false},
    {SMPP_CANCEL_BROADCAST_SM | SMPP_RESP, "cancel_broadcast_sm_resp", NULL, 0,
	false},
};

const struct smpp_layout *
smpp_layout_find(uint32_t command)
{
	for (size_t i = 0; i < sizeof(layouts) / sizeof(layouts[0]); i++)
		if (layouts[i].command == command)
			return &layouts[i];
	return NULL;
}

const char *
smpp_command_name(uint32_t command)
{
	const struct smpp_layout *layout = smpp_layout_find(command);
	return layout == NULL ? NULL : layout->name;
}
