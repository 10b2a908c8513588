package frontdesk.rehearsal;

import frontdesk.conversation.Json;
import frontdesk.tool.Recovery;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.List;

/// Tools like those of an agent that books meetings.
final class Meetings {
  static final ToolSpec FREE =
      ToolSpec.look(
              "find_free_times",
              "Finds the times that are free for a meeting.",
              new Json(
                  """
                  {"type": "object", "x-labels": {"en": ["find free times"], "th": ["ดูเวลาว่าง"]}, "properties": {
                    "date": {"type": "string", "format": "date", "description": "The day to look at"},
                    "duration_minutes": {"type": "integer", "x-kind": "minutes", "minimum": 5, "maximum": 480},
                    "zone": {"type": "string"}}}
                  """),
              Duration.ofSeconds(5))
          .like(
              List.of(
                  "when are you free tomorrow?",
                  "what times are available on Friday?",
                  "any free slots next week?",
                  "มีเวลาว่างวันไหนบ้าง",
                  "พรุ่งนี้ว่างกี่โมง"));
  static final ToolSpec BOOK =
      ToolSpec.act(
              "book_meeting",
              "Books a meeting at a free time.",
              new Json(
                  """
                  {"type": "object", "x-labels": {"en": ["book a meeting"], "th": ["จองนัดหมาย"]}, "properties": {
                    "date": {"type": "string", "format": "date", "x-labels": {"th": ["วันที่"]},
                      "x-ask": {"en": "on which day", "th": "วันที่"},
                      "x-question": {"en": "On which day?", "th": "วันไหนคะ"}},
                    "time": {"type": "string", "format": "time", "x-labels": {"th": ["เวลา"]},
                      "x-ask": {"en": "at what time", "th": "เวลา"},
                      "x-question": {"en": "At what time?", "th": "กี่โมงคะ"}},
                    "name": {"type": "string", "x-labels": {"th": ["ชื่อ"]},
                      "x-ask": {"en": "your name", "th": "ชื่อ"},
                      "x-question": {"en": "What is your name?", "th": "ขอทราบชื่อด้วยค่ะ"}},
                    "email": {"type": "string", "format": "email", "x-labels": {"en": ["e-mail"], "th": ["อีเมล"]},
                      "x-ask": {"en": "your e-mail address", "th": "อีเมล"},
                      "x-question": {"en": "What is your e-mail address?", "th": "ขอทราบอีเมลด้วยค่ะ"},
                      "x-hint": {"en": "It looks like ann@example.com.", "th": "เช่น ann@example.com ค่ะ"}},
                    "duration_minutes": {"type": "integer", "x-kind": "minutes", "minimum": 5, "maximum": 480},
                    "topic": {"type": "string", "maxLength": 200},
                    "zone": {"type": "string"}}}
                  """),
              Recovery.LOOK_UP_FIRST,
              Duration.ofSeconds(5))
          .like(
              List.of(
                  "book a 30 minute meeting next Tuesday at 2pm",
                  "I'd like to schedule a call tomorrow at 10",
                  "can we meet on Monday afternoon?",
                  "ขอนัดประชุมพรุ่งนี้บ่ายสอง",
                  "จองนัดหมายวันศุกร์"));
  static final ToolSpec LIST =
      ToolSpec.look(
              "list_meetings",
              "Lists the customer's meetings.",
              new Json(
                  """
                  {"type": "object", "x-labels": {"en": ["list your meetings"], "th": ["ดูรายการนัด"]}, "properties": {
                    "status": {"type": "string", "enum": ["upcoming", "past", "cancelled"]}}}
                  """),
              Duration.ofSeconds(5))
          .like(
              List.of(
                  "list my meetings",
                  "what meetings do I have?",
                  "show my bookings",
                  "ดูนัดของฉัน",
                  "มีนัดอะไรบ้าง"));
  static final ToolSpec MOVE =
      ToolSpec.act(
              "move_meeting",
              "Moves a meeting to another time.",
              new Json(
                  """
                  {"type": "object", "x-labels": {"en": ["move a meeting"], "th": ["เลื่อนนัด"]}, "properties": {
                    "meeting_id": {"type": "string", "x-from": "list_meetings", "x-kind": "id"},
                    "time": {"type": "string", "format": "time", "x-question": {"en": "To what time?", "th": "เป็นกี่โมงคะ"}},
                    "date": {"type": "string", "format": "date"},
                    "reason": {"type": "string"}, "zone": {"type": "string"}}}
                  """),
              Recovery.LOOK_UP_FIRST,
              Duration.ofSeconds(5))
          .like(
              List.of(
                  "move it to 3pm",
                  "reschedule my meeting to Friday",
                  "can we make it an hour later?",
                  "เลื่อนนัดเป็นบ่ายสาม",
                  "ขอเลื่อนเป็นวันศุกร์"));
  static final ToolSpec CANCEL =
      ToolSpec.act(
              "cancel_meeting",
              "Cancels a meeting.",
              new Json(
                  """
                  {"type": "object", "x-labels": {"en": ["cancel a meeting"], "th": ["ยกเลิกนัด"]}, "properties": {
                    "meeting_id": {"type": "string", "x-from": "list_meetings", "x-kind": "id"},
                    "reason": {"type": "string"}}}
                  """),
              Recovery.LOOK_UP_FIRST,
              Duration.ofSeconds(5))
          .like(
              List.of(
                  "cancel it",
                  "cancel my meeting on Friday",
                  "I can't make it, please call it off",
                  "ยกเลิกนัด",
                  "ขอยกเลิกการประชุม"));
  static final ToolSpec DROP =
      ToolSpec.look(
          "drop_pending",
          "Drops a pending call that the customer does not want any more.",
          new Json("{\"type\": \"object\", \"properties\": {\"pending\": {\"type\": \"string\"}}}"),
          Duration.ofSeconds(1));

  static final List<ToolSpec> TOOLS = List.of(FREE, BOOK, LIST, MOVE, CANCEL, DROP);

  private Meetings() {}
}
