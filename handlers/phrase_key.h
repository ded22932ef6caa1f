/* phrase_key - every sentence that furrow says, by name.
 *
 * X(NAME, "key in the files", most SMS it may take).  A phrase above one SMS
 * stands here with its reason: lists of orders or listings grow with them. */
#ifndef HANDLERS_PHRASE_KEY_H
#define HANDLERS_PHRASE_KEY_H

#define PHRASE_KEYS(X)                                                         \
	X(ORDER_TAKEN, "order_taken", 1)                                       \
	X(ORDER_ASLEEP, "order_asleep", 1)                                     \
	X(ORDER_NOBODY, "order_nobody", 1)                                     \
	X(ORDER_PRICE, "order_price", 1)                                       \
	X(ORDER_UNIT, "order_unit", 1)                                         \
	X(ORDER_REPEAT, "order_repeat", 1)                                     \
	X(ORDER_AGAIN_NONE, "order_again_none", 1)                             \
	X(ORDER_FIRST, "order_first", 1)                                       \
	X(ORDER_LIMIT, "order_limit", 1)                                       \
	X(ORDER_VALUE, "order_value", 1)                                       \
	X(ROBOT_OFFICER, "robot_officer", 2) /* the phone's own words */       \
	X(QUOTA_OFFICER, "quota_officer", 1)                                   \
	X(PROOF_WORD, "proof_word", 1)                                         \
	X(PROOF_WRONG, "proof_wrong", 1)                                       \
	X(PROOF_LOCKED, "proof_locked", 1)                                     \
	X(ORDER_CHANGED, "order_changed", 1)                                   \
	X(CHANGE_NOW, "change_now", 1)                                         \
	X(CHANGE_KEPT, "change_kept", 1)                                       \
	X(CHANGE_UNSOLD, "change_unsold", 1)                                   \
	X(CHANGE_AMOUNT, "change_amount", 1)                                   \
	X(ORDER_AGREED, "order_agreed", 1)                                     \
	X(ORDER_CANCELLED, "order_cancelled", 1)                               \
	X(ORDER_CLOSED, "order_closed", 1)                                     \
	X(ORDER_NOT_NOW, "order_not_now", 1)                                   \
	X(ORDER_WANTED, "order_wanted", 1)                                     \
	X(ORDER_KEPT, "order_kept", 1)                                         \
	X(LINE_NOBODY, "line_nobody", 1)                                       \
	X(ORDER_PROMISED, "order_promised", 1)                                 \
	X(ORDER_LATER, "order_later", 1)                                       \
	X(ORDER_TWICE, "order_twice", 1)                                       \
	X(BUYER_SILENT, "buyer_silent", 1)                                     \
	X(DIAL_AGAIN, "dial_again", 1)                                         \
	X(PAID_FULL, "paid_full", 1)                                           \
	X(CREDIT_SELLER, "credit_seller", 1)                                   \
	X(CREDIT_BUYER, "credit_buyer", 1)                                     \
	X(PACK_SAVED, "pack_saved", 1)                                         \
	X(DONE_LATER, "done_later", 1)                                         \
	X(OFFICER_NOBODY, "officer_nobody", 1)                                 \
	X(ASK_QUANTITY, "ask_quantity", 1)                                     \
	X(ASK_UNIT, "ask_unit", 1)                                             \
	X(ASK_PRODUCT, "ask_product", 1)                                       \
	X(ASK_PRODUCT_LIST, "ask_product_list", 1)                             \
	X(ASK_NUMBER, "ask_number", 1)                                         \
	X(ASK_CONFIRM, "ask_confirm", 1)                                       \
	X(ASK_CANCEL, "ask_cancel", 1)                                         \
	X(ASK_CHANGE, "ask_change", 1)                                         \
	X(ASK_CHANGE_NUMBER, "ask_change_number", 1)                           \
	X(ASK_CHANGE_GOODS, "ask_change_goods", 1)                             \
	X(ASK_CHANGE_LEAST, "ask_change_least", 1)                             \
	X(ASK_INSTEAD, "ask_instead", 1)                                       \
	X(ASK_BESIDES, "ask_besides", 1)                                       \
	X(ASK_CANCEL_ALL, "ask_cancel_all", 2) /* lists the orders */          \
	X(ASK_BUY_SELL, "ask_buy_sell", 1)                                     \
	X(ASK_AMOUNT, "ask_amount", 1)                                         \
	X(ASK_DROPPED, "ask_dropped", 1)                                       \
	X(ASK_VERB, "ask_verb", 1)                                             \
	X(ASK_WHICH, "ask_which", 1)                                           \
	X(PROPOSAL, "proposal", 1)                                             \
	X(PROPOSAL_ANY_PRICE, "proposal_any_price", 1)                         \
	X(PROPOSAL_REMIND, "proposal_remind", 1)                               \
	X(PROPOSAL_GONE, "proposal_gone", 1)                                   \
	X(YES_SELLER, "yes_seller", 1)                                         \
	X(YES_BUYER, "yes_buyer", 1)                                           \
	X(NO_SELLER, "no_seller", 1)                                           \
	X(SOME_HOW_MUCH, "some_how_much", 1)                                   \
	X(SOME_WAIT, "some_wait", 1)                                           \
	X(BUYER_ASKED, "buyer_asked", 1)                                       \
	X(PRICE_WAIT, "price_wait", 1)                                         \
	X(BUYER_SOME, "buyer_some", 1)                                         \
	X(BUYER_PRICE, "buyer_price", 1)                                       \
	X(BUYER_NO, "buyer_no", 1)                                             \
	X(BUYER_NO_ACK, "buyer_no_ack", 1)                                     \
	X(WHICH_PROPOSAL, "which_proposal",                                    \
	    2) /* one piece an open question */                                \
	X(WHICH_ORDER, "which_order", 2) /* one piece an open order */         \
	X(CODE_YES_NO, "code_yes_no", 1)                                       \
	X(CODE_WRONG, "code_wrong", 2) /* lists the open orders */             \
	X(CODE_UNKNOWN, "code_unknown", 1)                                     \
	X(NOTHING_OPEN, "nothing_open", 1)                                     \
	X(NOTHING_ASKED, "nothing_asked", 1)                                   \
	X(LATE, "late", 1)                                                     \
	X(LATE_CLOSED, "late_closed", 1)                                       \
	X(CANCELLED_SELLER, "cancelled_seller", 1)                             \
	X(GAVE_BACK, "gave_back", 1)                                           \
	X(GAVE_BACK_ACK, "gave_back_ack", 1)                                   \
	X(CANCEL_LATE, "cancel_late", 1)                                       \
	X(STATUS, "status", 3) /* one piece an open order */                   \
	X(DONE_SELLER, "done_seller", 1)                                       \
	X(DONE_BUYER, "done_buyer", 1)                                         \
	X(GOT_BUYER, "got_buyer", 1)                                           \
	X(GOT_SELLER, "got_seller", 1)                                         \
	X(GOT_ASK, "got_ask", 1)                                               \
	X(LATE_SELLER, "late_seller", 1)                                       \
	X(LATE_OFFICER, "late_officer", 2) /* two people's numbers */          \
	X(PROBLEM_ACK, "problem_ack", 1)                                       \
	X(PROBLEM_NOBODY, "problem_nobody", 1)                                 \
	X(PROBLEM_OFFICER, "problem_officer", 2) /* both phones, the words */  \
	X(PROBLEM_OTHER, "problem_other", 1)                                   \
	X(PROBLEM_DUE, "problem_due", 1)                                       \
	X(SETTLED, "settled", 1)                                               \
	X(NOSHOW_SELLER, "noshow_seller", 1)                                   \
	X(NOSHOW_BUYER, "noshow_buyer", 1)                                     \
	X(PAID_SELLER, "paid_seller", 1)                                       \
	X(PAID_BUYER, "paid_buyer", 1)                                         \
	X(PAID_NOTED, "paid_noted", 1)                                         \
	X(PAID_ODD, "paid_odd", 1)                                             \
	X(TOOK_SAVED, "took_saved", 1)                                         \
	X(TOOK_TWICE, "took_twice", 1)                                         \
	X(TOOK_BOUGHT, "took_bought", 1)                                       \
	X(TOOK_SELLS, "took_sells", 1)                                         \
	X(TOOK_HOW, "took_how", 1)                                             \
	X(TOOK_WHO, "took_who", 1)                                             \
	X(UNTOOK_SAVED, "untook_saved", 1)                                     \
	X(UNTOOK_TOLD, "untook_told", 1)                                       \
	X(UNTOOK_SOLD, "untook_sold", 1)                                       \
	X(UNTOOK_NONE, "untook_none", 1)                                       \
	X(HOUSEHOLDS, "households", 3) /* one piece a household */             \
	X(HOUSEHOLDS_NONE, "households_none", 1)                               \
	X(HOUSEHOLDS_FULL, "households_full", 1)                               \
	X(HOUSEHOLD_ADDED, "household_added", 1)                               \
	X(SPLIT, "split", 3) /* one piece a household */                       \
	X(SHARE_TOLD, "share_told", 1)                                         \
	X(SHARE_CHANGED, "share_changed", 1)                                   \
	X(SHARE_DROPPED, "share_dropped", 1)                                   \
	X(GAVE, "gave", 1)                                                     \
	X(POOL_MY, "pool_my", 3) /* one piece a delivery */                    \
	X(SHARE_PASSED, "share_passed", 1)                                     \
	X(SHARE_SAYS, "share_says", 2) /* their own words */                   \
	X(HELP_LEADER, "help_leader", 1)                                       \
	X(WORD_TOOK, "word_took", 2)                                           \
	X(WORD_UNTOOK, "word_untook", 2)                                       \
	X(WORD_WRONG, "word_wrong", 2)                                         \
	X(WORD_GIVE, "word_give", 2)                                           \
	X(WORD_SPLIT, "word_split", 2)                                         \
	X(WORD_HOUSEHOLDS, "word_households", 2)                               \
	X(WORD_FROM, "word_from", 2)                                           \
	X(WORD_GRADE, "word_grade", 2)                                         \
	X(WORD_COMMISSION, "word_commission", 2)                               \
	X(UNREACHED, "unreached", 1)                                           \
	X(HELP_STRANGER, "help_stranger", 1)                                   \
	X(HELP_BUYER, "help_buyer", 1)                                         \
	X(HELP_SELLER, "help_seller", 1)                                       \
	X(HELP_OFFICER, "help_officer", 1)                                     \
	X(HELP_ADMIN, "help_admin", 1)                                         \
	X(UNREAD, "unread", 1)                                                 \
	X(UNREAD_PASSED, "unread_passed", 1)                                   \
	X(UNREAD_OFFICER, "unread_officer", 2) /* the person's own words */    \
	X(INCOMPLETE, "incomplete", 1)                                         \
	X(STOPPED, "stopped", 1)                                               \
	X(STOPPED_NOTE, "stopped_note", 1)                                     \
	X(STOPPED_OFFICER, "stopped_officer", 1)                               \
	X(STARTED, "started", 1)                                               \
	X(LANG_SET, "lang_set", 1)                                             \
	X(LANG_UNKNOWN, "lang_unknown", 1)                                     \
	X(SELL_SAVED, "sell_saved", 1)                                         \
	X(SELL_PRICE, "sell_price", 1)                                         \
	X(SELL_WHAT, "sell_what", 1)                                           \
	X(SELL_STRANGER, "sell_stranger", 1)                                   \
	X(STOCK_SAVED, "stock_saved", 1)                                       \
	X(PRICE_SAVED, "price_saved", 1)                                       \
	X(SOLD_OUT, "sold_out", 1)                                             \
	X(SOLD_OUT_ALL, "sold_out_all", 1)                                     \
	X(OFFER_NONE, "offer_none", 1)                                         \
	X(MY, "my", 3) /* one piece a listing */                               \
	X(MY_NONE, "my_none", 1)                                               \
	X(INCOME, "income", 1)                                                 \
	X(TURN_NEXT, "turn_next", 1)                                           \
	X(TURN_BEHIND, "turn_behind", 1)                                       \
	X(WHY_SAME, "why_same", 1)                                             \
	X(ORDER_LOOKING, "order_looking", 1)                                   \
	X(TURN_SOLD_OUT, "turn_sold_out", 1)                                   \
	X(TURN_NOT_NOW, "turn_not_now", 1)                                     \
	X(WHY_TURN, "why_turn", 1)                                             \
	X(WHY_FIRST, "why_first", 1)                                           \
	X(WHY_BUYER, "why_buyer", 1)                                           \
	X(WHY_BEFORE, "why_before", 1)                                         \
	X(WHY_ADMIN, "why_admin", 1)                                           \
	X(WHY_LEFT, "why_left", 1)                                             \
	X(WHY_NOBODY, "why_nobody", 1)                                         \
	X(WORD_WHY, "word_why", 1)                                             \
	X(PRICE_INFO, "price_info", 1)                                         \
	X(PRICE_NONE, "price_none", 1)                                         \
	X(SALE_SET, "sale_set", 1)                                             \
	X(SALE_ASK, "sale_ask", 1)                                             \
	X(SALE_JOINED, "sale_joined", 1)                                       \
	X(SALE_HOW, "sale_how", 1)                                             \
	X(SALE_NONE, "sale_none", 1)                                           \
	X(SALE_WHICH, "sale_which", 2) /* one piece a sale */                  \
	X(SALE_JOIN_HOW, "sale_join_how", 1)                                   \
	X(SALE_CLOCK, "sale_clock", 1)                                         \
	X(SALE_NEWS, "sale_news", 1)                                           \
	X(SALE_FULL, "sale_full", 1)                                           \
	X(SALE_OFF_LIST, "sale_off_list", 1)                                   \
	X(SALE_CAP, "sale_cap", 1)                                             \
	X(SALE_OVER, "sale_over", 1)                                           \
	X(SALE_SO_FAR, "sale_so_far", 1)                                       \
	X(SALE_DONE, "sale_done", 1)                                           \
	X(SALE_DONE_ALL, "sale_done_all", 1)                                   \
	X(SALE_PROMOTED, "sale_promoted", 1)                                   \
	X(PROMOTER_SET, "promoter_set", 1)                                     \
	X(PROMOTER_HOW, "promoter_how", 1)                                     \
	X(FOLLOW_LIST, "follow_list", 2) /* one piece a topic */               \
	X(FOLLOW_NONE, "follow_none", 1)                                       \
	X(FOLLOW_WHICH, "follow_which", 1)                                     \
	X(FOLLOW_NEWS, "follow_news", 1)                                       \
	X(WORD_SALE, "word_sale", 1)                                           \
	X(WORD_SALES, "word_sales", 1)                                         \
	X(WORD_END, "word_end", 1)                                             \
	X(WORD_JOIN, "word_join", 1)                                           \
	X(WORD_TILL, "word_till", 1)                                           \
	X(WORD_MAX, "word_max", 1)                                             \
	X(WORD_CODE, "word_code", 1)                                           \
	X(WORD_FOLLOW, "word_follow", 1)                                       \
	X(WORD_UNFOLLOW, "word_unfollow", 1)                                   \
	X(WORD_STOP, "word_stop", 1)                                           \
	X(WORD_PROMOTER, "word_promoter", 1)                                   \
	X(WORD_FIND, "word_find", 1)                                           \
	X(WORD_STATS, "word_stats", 1)                                         \
	X(WORD_LINKS, "word_links", 1)                                         \
	X(WORD_PAUSE, "word_pause", 1)                                         \
	X(WORD_RESUME, "word_resume", 1)                                       \
	X(WORD_STATES, "word_states", 1)                                       \
	X(WORD_LINK_STATES, "word_link_states", 1)                             \
	X(FIND_ORDER, "find_order", 2) /* lists the goods */                   \
	X(FIND_PERSON, "find_person", 2) /* lists the orders */                \
	X(FIND_SEVERAL, "find_several", 2) /* lists people */                  \
	X(FIND_NONE, "find_none", 1)                                           \
	X(FIND_HOW, "find_how", 1)                                             \
	X(STATS, "stats", 2) /* lists the states */                            \
	X(LINKS, "links", 2) /* lists the links */                             \
	X(LINK_PAUSED, "link_paused", 1)                                       \
	X(LINK_RESUMED, "link_resumed", 1)                                     \
	X(LINK_LAST, "link_last", 1)                                           \
	X(LINK_NONE, "link_none", 2) /* lists the links */                     \
	X(LINK_WHICH, "link_which", 1)                                         \
	X(REG_ASK, "reg_ask", 1)                                               \
	X(REG_ACK, "reg_ack", 1)                                               \
	X(REG_HOW, "reg_how", 1)                                               \
	X(REG_STRANGER, "reg_stranger", 1)                                     \
	X(REG_YES, "reg_yes", 1)                                               \
	X(REG_NO, "reg_no", 1)                                                 \
	X(REG_TOLD, "reg_told", 1)                                             \
	X(SELLER_ASKED, "seller_asked", 1)                                     \
	X(SELLER_HOW, "seller_how", 1)                                         \
	X(SELLER_ALREADY, "seller_already", 1)                                 \
	X(SELLER_APPROVE, "seller_approve", 1)                                 \
	X(SELLER_REFUSED, "seller_refused", 1)                                 \
	X(SELLER_APPROVED, "seller_approved", 1)                               \
	X(FOR_PERSON, "for_person", 1)                                         \
	X(I_AM_OK, "i_am_ok", 1)                                               \
	X(I_AM_WHO, "i_am_who", 2) /* names those who share the phone */       \
	X(NEWNUMBER_HOW, "newnumber_how", 1)                                   \
	X(NEWNUMBER_ASK, "newnumber_ask", 1)                                   \
	X(NEWNUMBER_DONE, "newnumber_done", 1)                                 \
	X(NEWNUMBER_OLD, "newnumber_old", 1)                                   \
	X(NEWNUMBER_NO, "newnumber_no", 1)                                     \
	X(NEWNUMBER_TAKEN, "newnumber_taken", 1)                               \
	X(NEWNUMBER_NONE, "newnumber_none", 1)                                 \
	X(STILL_ASK, "still_ask", 1)                                           \
	X(STILL_YES, "still_yes", 1)                                           \
	X(STILL_NO, "still_no", 1)                                             \
	X(STILL_OFFICER, "still_officer", 1)                                   \
	X(PIN_SET, "pin_set", 1)                                               \
	X(PIN_NEED, "pin_need", 1)                                             \
	X(PIN_WRONG, "pin_wrong", 1)                                           \
	X(PIN_LOCKED, "pin_locked", 1)                                         \
	X(PIN_ASK, "pin_ask", 1)                                               \
	X(PIN_NO, "pin_no", 1)                                                 \
	X(PIN_TOLD, "pin_told", 1)                                             \
	X(WORD_I_AM, "word_i_am", 1)                                           \
	X(WORD_NEWNUMBER, "word_newnumber", 1)                                 \
	X(WORD_PIN, "word_pin", 1)                                             \
	X(ASK_LEFT, "ask_left", 1)                                             \
	X(ALIAS_SAVED, "alias_saved", 1)                                       \
	X(ALIAS_SAME, "alias_same", 1)                                         \
	X(ALIAS_TAKEN, "alias_taken", 1)                                       \
	X(ALIAS_WORD, "alias_word", 1)                                         \
	X(ALIAS_BAD, "alias_bad", 1)                                           \
	X(ALIAS_UNKNOWN, "alias_unknown", 1)                                   \
	X(ALIAS_FULL, "alias_full", 1)                                         \
	X(FEEDBACK, "feedback", 1)                                             \
	X(FEEDBACK_OFFICER, "feedback_officer", 2) /* their own words */       \
	X(FEEDBACK_ANSWER, "feedback_answer", 2) /* as above */                \
	X(FEEDBACK_PASSED, "feedback_passed", 1)                               \
	X(FEEDBACK_CLOSED, "feedback_closed", 1)                               \
	X(FEEDBACK_DUE, "feedback_due", 2) /* as above */                      \
	X(WORD_CLOSE, "word_close", 1)                                         \
	X(WORD_FEEDBACK, "word_feedback", 1)                                   \
	X(STATE_ASKED, "state_asked", 1)                                       \
	X(STATE_WITH_BUYER, "state_with_buyer", 1)                             \
	X(STATE_WAITING, "state_waiting", 1)                                   \
	X(STATE_OFFERED, "state_offered", 1)                                   \
	X(STATE_CONFIRMED, "state_confirmed", 1)                               \
	X(STATE_FULFILLED, "state_fulfilled", 1)                               \
	X(STATE_UNFILLED, "state_unfilled", 1)                                 \
	X(STATE_CANCELLED, "state_cancelled", 1)                               \
	X(STATE_DISPUTED, "state_disputed", 1)                                 \
	X(STATE_FAILED, "state_failed", 1)                                     \
	X(STATE_QUESTION, "state_question", 1)                                 \
	X(STATE_SELLER, "state_seller", 1)                                     \
	X(WORD_AGAIN, "word_again", 1)                                         \
	X(WORD_PROBLEM, "word_problem", 1)                                     \
	X(WORD_SOME, "word_some", 1)                                           \
	X(WORD_CREDIT, "word_credit", 1)                                       \
	X(WORD_ALL, "word_all", 1)                                             \
	X(WORD_DAYS, "word_days", 1)                                           \
	X(WORD_MONTHS, "word_months", 1)                                       \
	X(WORD_DATE, "word_date", 1)                                           \
	X(WORD_QTY, "word_qty", 1)                                             \
	X(WORD_PACK, "word_pack", 1)                                           \
	X(WORD_GOODS, "word_goods", 1)

#endif
