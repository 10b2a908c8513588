package frontdesk.rehearsal;

import java.util.List;

/// The sentences in Thai.
enum Thai implements Sentences {
  SENTENCES;

  @Override
  public String language() {
    return "th";
  }

  @Override
  public String announcement() {
    return "นี่คือโมเดลสำหรับซ้อม ทำงานตามกฎง่าย ๆ โดยไม่ต้องใช้คีย์ค่ะ";
  }

  @Override
  public String notice(String setting) {
    return "ผู้ตอบคือ rehearsal โมเดลที่ไม่ใช้คีย์และทำงานตามกฎตายตัว หากต้องการโมเดลจริง ให้ตั้งค่า "
        + setting;
  }

  @Override
  public String greeting(List<String> can) {
    return can.isEmpty()
        ? "สวัสดีค่ะ"
        : "สวัสดีค่ะ ที่นี่ช่วย" + list(can, true) + "ได้ค่ะ ต้องการให้ช่วยเรื่องไหนคะ";
  }

  @Override
  public String help(List<String> can) {
    return can.isEmpty()
        ? "ขณะนี้ยังไม่มีเรื่องที่ช่วยได้ค่ะ"
        : "ที่นี่ช่วย" + list(can, true) + "ได้ค่ะ บอกได้เลยนะคะ";
  }

  @Override
  public String bot() {
    return "นี่คือระบบตอบอัตโนมัติ ไม่ใช่คนค่ะ";
  }

  @Override
  public String noPerson() {
    return "นี่คือระบบตอบอัตโนมัติ จากที่นี่ยังโอนสายให้เจ้าหน้าที่ไม่ได้ค่ะ";
  }

  @Override
  public String thanks() {
    return "ยินดีค่ะ";
  }

  @Override
  public String farewell() {
    return "ขอบคุณค่ะ หากต้องการอะไรเพิ่มเติม พิมพ์มาที่นี่ได้เลยนะคะ";
  }

  @Override
  public String acknowledged() {
    return "รับทราบค่ะ มีอะไรให้ช่วยไหมคะ";
  }

  @Override
  public String nothingFits(List<String> can) {
    return can.isEmpty()
        ? "ขออภัยค่ะ เรื่องนี้ยังช่วยไม่ได้"
        : "ขออภัยค่ะ เรื่องนี้ยังช่วยไม่ได้ สิ่งที่ช่วยได้คือ " + list(can, true) + "ค่ะ";
  }

  @Override
  public String whichTool(String one, String other) {
    return "ต้องการ" + one + " หรือ" + other + "คะ";
  }

  @Override
  public String oneAtATime(List<String> tools) {
    return "ขอทำทีละเรื่องนะคะ: " + list(tools, true) + " ต้องการเรื่องไหนก่อนคะ";
  }

  @Override
  public String whichPending(List<String> tools) {
    return "หมายถึงเรื่องไหนคะ: " + list(tools, true);
  }

  @Override
  public String dropped() {
    return "รับทราบค่ะ ไม่ทำรายการนั้นแล้วค่ะ";
  }

  @Override
  public String nothingToDrop() {
    return "รับทราบค่ะ ตอนนี้ไม่มีเรื่องค้างอยู่ค่ะ";
  }

  @Override
  public String leftAlone() {
    return "รับทราบค่ะ ยังไม่ได้ดำเนินการใด ๆ ค่ะ";
  }

  @Override
  public String otherThan() {
    return "รับทราบค่ะ แล้วสะดวกเป็นแบบไหนแทนคะ";
  }

  @Override
  public String whatElse() {
    return "รับทราบค่ะ ยังไม่ได้ดำเนินการใด ๆ ต้องการเปลี่ยนตรงไหนคะ หากต้องการดูรายละเอียดอีกครั้ง ตอบว่า ใช่ ค่ะ";
  }

  @Override
  public String waits(String tool) {
    return "ที่ยังค้างอยู่คือ "
        + tool
        + " หากต้องการ ตอบว่า ใช่ แล้วจะแสดงรายละเอียดให้อีกครั้งค่ะ";
  }

  @Override
  public String offers(List<String> values) {
    return "ที่ใช้ได้แทนคือ " + list(values, true) + " ต้องการอันไหนคะ";
  }

  @Override
  public String whichOne() {
    return "หมายถึงรายการไหนคะ";
  }

  @Override
  public String noSuch() {
    return "ไม่พบรายการที่คุณหมายถึงค่ะ";
  }

  @Override
  public String doubt(String label, String question, List<String> candidates) {
    String shown = candidates.isEmpty() ? "" : " (" + list(candidates, true) + ")";
    return label + ": " + question + "คะ" + shown;
  }

  @Override
  public String refused(String why) {
    return why.isEmpty() ? "ขออภัยค่ะ ทำรายการนี้ไม่ได้" : "ขออภัยค่ะ ทำรายการนี้ไม่ได้: " + why;
  }

  @Override
  public String failed(String why, boolean again) {
    String said =
        why.isEmpty()
            ? "ขออภัยค่ะ ทำรายการไม่สำเร็จ และไม่มีอะไรเปลี่ยนแปลงค่ะ"
            : "ขออภัยค่ะ ทำรายการไม่สำเร็จ: " + why;
    return said + (again ? " กรุณาลองใหม่อีกครั้งในอีกสักครู่นะคะ" : "");
  }

  @Override
  public String notKnown() {
    return "ขณะนี้ยังไม่ทราบผลของรายการนี้ กำลังตรวจสอบให้ ไม่ต้องทำรายการซ้ำนะคะ แล้วจะแจ้งให้ทราบค่ะ";
  }

  @Override
  public String withPeople(String tool) {
    return "ขณะนี้ยังไม่ทราบว่ารายการนี้สำเร็จหรือไม่: "
        + tool
        + " เจ้าหน้าที่กำลังตรวจสอบและจะแจ้งให้ทราบค่ะ ระหว่างนี้ไม่ต้องทำรายการซ้ำนะคะ";
  }

  @Override
  public String happened(String tool) {
    return "เจ้าหน้าที่ตรวจสอบแล้ว รายการนี้สำเร็จค่ะ: " + tool;
  }

  @Override
  public String didNotHappen(String tool) {
    return "เจ้าหน้าที่ตรวจสอบแล้ว รายการนี้ไม่สำเร็จ และไม่มีอะไรเปลี่ยนแปลงค่ะ: "
        + tool
        + " หากยังต้องการ แจ้งได้อีกครั้งนะคะ";
  }

  @Override
  public String nothingFound() {
    return "ไม่พบรายการค่ะ";
  }

  @Override
  public String done() {
    return "เรียบร้อยแล้วค่ะ";
  }

  @Override
  public String list(List<String> items, boolean or) {
    if (items.size() < 2) return String.join("", items);
    String last = or ? " หรือ " : " และ ";
    return String.join(" ", items.subList(0, items.size() - 1)) + last + items.getLast();
  }

  @Override
  public String minutes(String number) {
    return number + " นาที";
  }

  @Override
  public String yesOrNo(boolean value) {
    return value ? "ใช่" : "ไม่";
  }
}
