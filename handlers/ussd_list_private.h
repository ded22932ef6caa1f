/* ussd_list_private - what ussd_list and ussd_list_goods share. */
#ifndef HANDLERS_USSD_LIST_PRIVATE_H
#define HANDLERS_USSD_LIST_PRIVATE_H

#include "handlers/ussd_list.h"

#define OFFERS 60 /* of one seller, that are looked at */

/* The row, NULL when the list is full. */
struct ussd_item *ussd_list_add(
    struct ussd_list *list, const char *value, const char *label);
bool ussd_list_has(const struct ussd_list *list, const char *value);

/* One source each. */
void ussd_list_products(struct ussd_list *list, struct ussd_dial *dial);
void ussd_list_found(struct ussd_list *list, struct ussd_dial *dial);
void ussd_list_catalogue(struct ussd_list *list, struct ussd_dial *dial);
void ussd_list_units(struct ussd_list *list, struct ussd_dial *dial);

enum ussd_list_chosen ussd_list_take_product(
    struct ussd_dial *dial, const struct ussd_item *item);

#endif
