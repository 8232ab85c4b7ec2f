package io.sluice.samples.data;

import java.util.List;

/** Names in Chinese and in English. */
final class Names {
  private static final List<String> SURNAMES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭",
          "马", "罗", "梁", "宋", "郑", "谢", "欧阳", "诸葛");
  private static final List<String> GIVEN =
      List.of(
          "芳", "伟", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛", "明", "超", "秀英", "霞",
          "平", "刚", "桂英", "子涵", "欣怡", "浩然", "雨桐", "思远", "梓萱", "佳琪", "晨曦", "若曦");
  private static final List<String> FIRST =
      List.of(
          "Alice", "Brian", "Carol", "Daniel", "Emma", "Frank", "Grace", "Henry", "Irene", "Jack",
          "Karen", "Liam", "Mia", "Noah", "Olivia", "Peter", "Quinn", "Rose", "Sam", "Tina");
  private static final List<String> LAST =
      List.of(
          "Anderson",
          "Brown",
          "Clark",
          "Davis",
          "Evans",
          "Foster",
          "Green",
          "Harris",
          "Irving",
          "Jones",
          "King",
          "Lopez",
          "Martin",
          "Nelson",
          "O'Neill",
          "Parker",
          "Reed",
          "Smith",
          "Taylor",
          "Wright");

  private Names() {}

  static String chinese(Dice dice) {
    return dice.oneOf(SURNAMES) + dice.oneOf(GIVEN);
  }

  static String english(Dice dice) {
    return dice.oneOf(FIRST) + " " + dice.oneOf(LAST);
  }
}
