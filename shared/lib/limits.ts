/**
 * Every bound of the system in one place, with its unit in the name. A value that arrives from outside and is
 * larger is refused with a sentence; a queue that is full sheds or refuses, it never grows.
 */

export const ID_CHARS_MAX = 64;
export const NAME_CHARS_MAX = 120;
export const TOPIC_CHARS_MAX = 140;
export const REASON_CHARS_MAX = 280;
export const TITLE_CHARS_MAX = 300;
export const CODE_CHARS_MAX = 60;
export const TEXT_CHARS_MAX = 4_000;
export const GROUP_CHARS_MAX = 80;
export const MESSAGE_CHARS_MAX = 500;

/** As in ICANN's public forums. */
export const QUESTION_CHARS_MAX = 1_500;
export const QUESTIONS_MAX = 2_000;
/** That one commit declines or reviews; each is in it as a whole record. */
export const QUESTIONS_AT_ONCE_MAX = 200;
/** Between two questions of one person, in slow mode. */
export const SLOW_SECONDS_MAX = 3_600;
/** People who ask and vote no more. */
export const MUTED_MAX = 500;
export const NOTE_CHARS_MAX = 5_000;
/** Of one section of the report, as the rapporteur words it. */
export const DRAFT_CHARS_MAX = 12_000;
export const DRAFTS_MAX = 60;
export const CASE_CHARS_MAX = 1_000;
export const LINK_CHARS_MAX = 500;

export const EMAIL_CHARS_MAX = 254;
export const PURPOSE_CHARS_MAX = 280;
/** Contacts that people have left in one session. */
export const CONTACTS_MAX = 5_000;

/** A contact whose commit no hub has written by then was never left. */
export const CONTACT_COMMIT_WAIT_MS = 60_000;
/** Before a store that did not erase a contact is asked again. */
export const CONTACT_ERASE_RETRY_MS = 1_000;

/** Points of the rapporteur in one session. */
export const NOTES_MAX = 2_000;
/** Earlier wordings of points that the state keeps; the log keeps all. */
export const NOTE_VERSIONS_MAX = 500;
/** Stances that staff taps in for one point. */
export const STANCES_MAX = 200;
export const SHOWS_OF_HANDS_MAX = 100;

/** Of a platform's export; a report of ten thousand attendees has 2 MB. */
export const IMPORT_BYTES_MAX = 20 * 1024 * 1024;
/** What a workbook may unpack to. */
export const WORKBOOK_BYTES_MAX = 100 * 1024 * 1024;
export const WORKBOOK_PARTS_MAX = 500;
export const IMPORT_ROWS_MAX = 60_000;
export const IMPORT_COLUMNS_MAX = 200;
/** Of each kind, the first are named one by one. */
export const IMPORT_PROBLEMS_MAX = 200;
export const IMPORT_WAIT_MS = 30_000;
export const IMPORT_MEMORY_MB_MAX = 512;
/** Of one request to `/api/v1/intake`. */
export const INTAKE_ITEMS_MAX = 100;
/** Of one platform. */
export const OUTSIDE_PEOPLE_MAX = 20_000;
/** A platform's notice that is older, or from so far in the future, is a replay. */
export const HOOK_AGE_MS_MAX = 5 * 60_000;
/** Of one person, by which the next file finds the record again. */
export const OTHER_NAMES_MAX = 8;
export const IMPORT_PEOPLE_MAX = 5_000;
export const IMPORT_QUESTIONS_MAX = 1_000;

export const AGENDA_ITEMS_MAX = 60;
/** A meeting that goes back and forth ten times over its items still knows them all. */
export const AGENDA_BEGINS_MAX = 600;
export const PEOPLE_MAX = 20_000;
export const PLAN_PEOPLE_MAX = 2_000;
export const POLICY_QUESTIONS_MAX = 50;
export const PLAN_NOTES_MAX = 200;
export const GROUPS_PER_PERSON_MAX = 8;
export const JOIN_LINKS_MAX = 5;
export const INVITES_MAX = 500;

/** Messages of the back-channel that the state keeps. */
export const MESSAGES_MAX = 200;
/** Devices that can say of one message that they have seen it. */
export const RECEIPTS_MAX = 100;

export const WAITING_ENTRIES_MAX = 5_000;
/** Hands added by one paste; a longer list is no list of people who want to speak. */
export const PASTED_NAMES_MAX = 200;
export const ON_DECK_MAX = 2;
export const HISTORY_COMMITS_MAX = 100;
export const MISSED_CALLS_MAX = 2;

export const ITEM_MINUTES_MAX = 24 * 60;
export const TURN_LIMIT_SECONDS_DEFAULT = 120;
/** What goes by between two turns, as a rule. */
export const HANDOVER_SECONDS = 10;
export const TURN_LIMIT_SECONDS_MAX = 4 * 60 * 60;
export const AGING_SECONDS_DEFAULT = 300;
export const HOLD_SLOT_SECONDS_MAX = 120;

/** A snapshot below this is sent as it is: it fits into a few packets. */
export const DEFLATED_CHARS_MIN = 2_048;
export const FRAME_BYTES_MAX = 64 * 1024;
/** A hand whose person has lost the line stands this long before the staff is told. */
export const HAND_GRACE_MS = 120_000;
/** How often the hub notes beside the log that it lives, while a clock of the session runs. */
export const PULSE_INTERVAL_MS = 1_000;
/** A hub that was away for longer than this asks whether the time counts; up to it, it just does. */
export const ABSENCE_MS_MIN = 5_000;
/** Absences of one session that wait for an answer, and that were answered. */
export const ABSENCES_MAX = 100;
export const HELLO_WAIT_MS = 5_000;
export const PING_INTERVAL_MS = 2_000;
/** No byte for this long and the line counts as dead, on either side. */
export const SILENCE_MS_MAX = 5_000;
export const RECONNECT_DELAY_MS_MIN = 200;
export const RECONNECT_DELAY_MS_MAX = 5_000;
export const PRESENCE_INTERVAL_MS = 1_000;
/** How many are here is no news to a crowd: telling all of it costs as much as a commit. */
export const PUBLIC_PRESENCE_INTERVAL_MS = 5_000;
/** Between two fingerprints of the state for everybody to compare with the own. */
export const STATE_CHECK_INTERVAL_MS = 10_000;
export const CONFLICT_RETRIES_MAX = 50;
/** How long another process may hold the session before we give up. */
export const SESSION_LOCK_WAIT_MS = 2_000;
export const SESSION_LOCK_RETRY_MS = 100;
/** Commands of one session that wait for the disk. */
export const COMMANDS_IN_FLIGHT_MAX = 8_000;
export const STAFF_COMMANDS_PER_SECOND = 500;
export const STAFF_COMMAND_BURST = 6_000;
export const PUBLIC_COMMANDS_PER_SECOND = 5;
export const PUBLIC_COMMAND_BURST = 20;
/**
 * Who is new is counted by invitation too, since a device makes its own identity: a hall of 3,000 that comes in within
 * a minute does not notice, whoever takes a thousand identities does.
 */
export const NEWCOMERS_PER_SECOND = 50;
export const NEWCOMER_BURST = 1_000;
/** How long whoever comes in lets those go first whose commands are being written. */
export const NEWCOMER_WAIT_MS = 20;
/** How long a hub that is behind lets whoever has seen more wait while it asks the store for the rest. */
export const NEWCOMER_BEHIND_MS_MAX = 1_000;
/** So many newcomers are let in in one turn of the loop: a millisecond or so for all. */
export const NEWCOMERS_IN_TURN = 8;
/** Of those who are at one hub the other hubs are told so many by name. */
export const PRESENT_TOLD_MAX = 5_000;
/** How often hubs tell each other anew who is where. */
export const PRESENT_TOLD_EVERY_MS = 4_000;
/** Senders whose haste is kept; beyond these, those that have rested are forgotten. */
export const RATE_BUCKETS_MAX = 4_000;
/** After so many refusals for haste, the answers to one socket wait for each other so long. */
export const FLOOD_REFUSALS = 50;
export const FLOOD_ANSWER_MS = 250;
/** What is read of one line of the public; more than a page ever sends, which pings every two seconds. */
export const PUBLIC_MESSAGES_PER_SECOND = 20;
export const PUBLIC_MESSAGE_BURST = 40;
/** How long a line that was too fast is left alone before some more of it is read. */
export const READ_TURN_MS = 100;
/** A line that had to be left alone for so long, whatever was read of it, is cut off. */
export const RESTING_MS_MAX = 10_000;
/** What the public has sent is served so much at a time. */
export const CROWD_TURN_MESSAGES = 4;
/** Refused commands that are remembered, for copies of them that come late. */
export const REFUSALS_KEPT_MAX = 1_000;
/** Refused for haste so often, and the socket is cut off. */
export const REFUSED_COMMANDS_MAX = 1_000;
/** What a client may send between its hello and the welcome. */
export const EARLY_MESSAGES_MAX = 100;
/** Whoever asks whether a hub is ready is told no when its store takes longer to answer. */
export const STORE_ANSWER_WAIT_MS = 2_000;
/** From "not ready" to the first socket that is closed: a proxy that asks each second has asked twice. */
export const DRAIN_NOTICE_MS = 3_000;
/** What a hub may take from a signal to its end; what was acknowledged is safe by then in any case. */
export const SHUTDOWN_MS_MAX = 10_000;
/** How often the hub asks a socket whether it still lives; one that misses an answer is dropped. */
export const SOCKET_PROBE_MS = 15_000;
/** A round trip that has changed by less is no news. */
export const ROUND_TRIP_CHANGE_MS_MIN = 20;
/** A crowd gets its commits so many at a time; what the staff has sent meanwhile is served in between. */
export const FAN_OUT_TURN_MEMBERS = 250;
/** Unsent bytes towards one socket after which it gets no more commits one by one, but all together once it reads. */
export const LAGGING_BYTES = 512 * 1024;
/** Unsent bytes towards one socket after which it is cut off (4429). */
export const SOCKET_BUFFER_BYTES_MAX = 8 * 1024 * 1024;
/**
 * Kept for those who come back or read slowly: so many commits, and all of the last minute, up to a bound. Whoever is
 * further behind gets a snapshot, which is the smaller of the two by then.
 */
export const TAIL_COMMITS_MIN = 250;
export const TAIL_MS = 60_000;
export const TAIL_COMMITS_MAX = 2_000;
/** They are forgotten so many at a time, since the rest is moved for it. */
export const TAIL_FORGOTTEN_MIN = 64;
/** A snapshot is saved whenever so many commits were written since the last one. */
export const SNAPSHOT_INTERVAL_COMMITS = 2_000;
/** And no more often than after this part of the log has come anew. */
export const SNAPSHOT_PARTS = 10;
/** A session that changes is copied beside the sessions this often, when it ends, and when the hub closes. */
export const BACKUP_INTERVAL_MS = 10 * 60_000;
/** Of one session; the oldest goes. */
export const BACKUPS_MAX = 6;
/** A session as one file; a meeting of a day has a few. */
export const SESSION_FILE_BYTES_MAX = 64 * 1024 * 1024;
/** The pages of host and moderators keep a copy of the session that is at most this old while it changes. */
export const COPY_INTERVAL_MS = 60 * 60_000;
/** How often a page looks whether a copy is due; the first one waits for it too, a page that opens has better to do. */
export const COPY_CHECK_MS = 10_000;
/** After a copy that could not be had. */
export const COPY_RETRY_MS = 60_000;
/** Sessions of which one device keeps a copy. */
export const COPIES_MAX = 5;
/** A hub that is away for this long may be gone: the copy is offered. */
export const COPY_OFFER_MS = 20_000;
/** Read from the log at a time. */
export const READ_COMMITS_MAX = 1_000;
export const PENDING_COMMANDS_MAX = 1_000;

export const PLAN_FILE_BYTES_MAX = 2 * 1024 * 1024;
/** A picture with a QR code: more than any phone's photograph. */
export const QR_PICTURE_BYTES_MAX = 30 * 1024 * 1024;
/** Looking for a code in one picture; one that takes longer counts as empty. */
export const QR_READ_MS_MAX = 10_000;
export const BODY_BYTES_MAX = 64 * 1024;
/** Documents of the hub that wait to be written or printed; each takes a processor for a second or more. */
export const EXPORTS_WAITING_MAX = 8;
/** Printing one report; a browser that takes longer is ended. */
export const PRINT_MS_MAX = 60_000;
/** How far the recording may begin before or after the session. */
export const RECORDING_OFFSET_SECONDS_MAX = 24 * 60 * 60;
