package frontdesk.model.guided;

import frontdesk.model.guided.Note.How;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The sentences in Thai.
enum Thai implements Phrases {
  PHRASES;

  private static final int SHORT_CHARS_MAX = 40;

  @Override
  public String language() {
    return "th";
  }

  @Override
  public String opening(SmallTalk.Kind kind, boolean greeted) {
    return switch (kind) {
      case GREETING -> "สวัสดีค่ะ ขอบคุณที่ติดต่อเรานะคะ";
      case TROUBLE ->
          (greeted ? "สวัสดีค่ะ " : "") + "ขออภัยในความไม่สะดวกค่ะ ทางเรายินดีช่วยดูแลให้นะคะ";
      case HELP -> (greeted ? "สวัสดีค่ะ " : "") + "ยินดีช่วยดูแลให้ค่ะ";
      case AGREEMENT -> "รับทราบค่ะ";
      case THANKS -> "ยินดีค่ะ";
      case FAREWELL ->
          "ขอบคุณที่ติดต่อเรานะคะ ข้อมูลที่แจ้งไว้ยังอยู่ครบ กลับมาคุยต่อที่นี่ได้เลยค่ะ";
      case QUESTION -> "ยินดีช่วยดูแลให้ค่ะ ขอข้อมูลเพิ่มอีกเล็กน้อยก่อนนะคะ";
      case UNSURE -> "ไม่เป็นไรค่ะ ค่อย ๆ ดูได้เลยนะคะ";
      case OTHER -> "ขอบคุณสำหรับข้อความค่ะ";
    };
  }

  @Override
  public String alreadyKnown() {
    return "ขอบคุณค่ะ ข้อมูลนี้ได้รับเรียบร้อยแล้วค่ะ";
  }

  @Override
  public String noted(List<Note> notes) {
    var sentences = new ArrayList<String>();
    List<String> fresh = of(notes, How.NEW).map(this::named).toList();
    List<String> changed = of(notes, How.CHANGED).map(this::changed).toList();
    List<String> added = of(notes, How.ADDED).map(note -> label(note.field())).toList();
    List<String> inferred = of(notes, How.INFERRED).map(this::inferred).toList();
    if (!fresh.isEmpty())
      sentences.add("ขอบคุณค่ะ บันทึก" + list(fresh, "และ") + "เรียบร้อยแล้วค่ะ");
    String thanks = fresh.isEmpty() ? "ขอบคุณค่ะ " : "";
    if (!changed.isEmpty()) sentences.add(thanks + "แก้ไข" + list(changed, "และ") + "ให้แล้วค่ะ");
    else if (!added.isEmpty())
      sentences.add(thanks + "เพิ่มข้อมูลนี้ใน" + added.getFirst() + "ให้แล้วค่ะ");
    if (!inferred.isEmpty()) {
      sentences.add(
          "จากที่แจ้งมา ขอระบุ" + list(inferred, "และ") + "ไว้ก่อน หากไม่ถูกต้องแจ้งได้เลยนะคะ");
    }
    return String.join(" ", sentences);
  }

  @Override
  public String ask(List<Field> fields) {
    return "รบกวนขอทราบ" + list(fields.stream().map(this::asked).toList(), "และ") + "ด้วยค่ะ";
  }

  @Override
  public String question(Field field) {
    return field.wording().question().getOrDefault("th", "รบกวนขอทราบ" + label(field) + "ค่ะ");
  }

  @Override
  public String hint(Field field) {
    String hint = field.wording().hint().get("th");
    if (hint != null) return hint;
    List<String> offered = field.choices().stream().map(choice -> choice.label("th")).toList();
    if (!offered.isEmpty()) return "เช่น " + list(offered, "หรือ") + " ค่ะ";
    String example = field.wording().example();
    return example.isEmpty() ? "ตอบสั้น ๆ ได้เลยค่ะ" : "เช่น " + example + " ค่ะ";
  }

  @Override
  public String oneByOne() {
    return "ขอถามทีละข้อนะคะ";
  }

  @Override
  public String complete(String ticket) {
    return "ขอบคุณค่ะ ได้รับข้อมูลครบถ้วนแล้ว ขออภัยในความไม่สะดวก ทีมงานรับเรื่องไว้ดูแลแล้วค่ะ"
        + (ticket.isEmpty() ? "" : " หมายเลขเรื่องของคุณคือ " + ticket + " ค่ะ");
  }

  @Override
  public String nothingMissing(String ticket) {
    return "ข้อมูลครบถ้วนแล้วค่ะ ตอนนี้ไม่ต้องแจ้งอะไรเพิ่มเติม"
        + (ticket.isEmpty() ? "นะคะ" : " หมายเลขเรื่องของคุณคือ " + ticket + " ค่ะ");
  }

  @Override
  public String welcome(SmallTalk.Kind kind, String ticket) {
    return (kind == SmallTalk.Kind.AGREEMENT ? "รับทราบค่ะ " : "ยินดีค่ะ ")
        + (ticket.isEmpty() ? "" : "หมายเลขเรื่องของคุณคือ " + ticket + " ")
        + "หากมีอะไรเปลี่ยนแปลง แจ้งที่นี่ได้เลยนะคะ";
  }

  @Override
  public String summaryTitle() {
    return "สรุปข้อมูลที่ได้รับ:";
  }

  @Override
  public String nextStepsTitle() {
    return "ขั้นตอนต่อไป:";
  }

  @Override
  public String cannotHelp() {
    return "ขออภัยค่ะ ขณะนี้ยังช่วยเรื่องนี้ไม่ได้ กรุณาลองใหม่อีกครั้งในภายหลังนะคะ";
  }

  private static Stream<Note> of(List<Note> notes, How how) {
    return notes.stream().filter(note -> note.how() == how);
  }

  private String named(Note note) {
    String value = shown(note);
    boolean isShort = value.length() <= SHORT_CHARS_MAX && !note.field().isDescription();
    return isShort ? label(note.field()) + " (" + value + ") " : label(note.field());
  }

  private String changed(Note note) {
    String value = shown(note);
    boolean isShort = value.length() <= SHORT_CHARS_MAX && !note.field().isDescription();
    return isShort ? label(note.field()) + "เป็น " + value + " " : label(note.field());
  }

  private String inferred(Note note) {
    return label(note.field()) + "เป็น “" + shown(note) + "” ";
  }

  private String asked(Field field) {
    return field.wording().ask().getOrDefault("th", label(field));
  }

  private static String list(List<String> items, String last) {
    if (items.size() == 1) return items.getFirst();
    List<String> first = items.subList(0, items.size() - 1).stream().map(String::strip).toList();
    return String.join(" ", first) + " " + last + items.getLast();
  }
}
