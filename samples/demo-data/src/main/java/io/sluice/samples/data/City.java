package io.sluice.samples.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Where somebody lives.
 *
 * @param tier from 1, the largest cities, to 5
 */
public record City(String region, String name, int tier) {
  private static final List<City> CITIES =
      List.of(
          new City("Shanghai", "Shanghai", 1),
          new City("Beijing", "Beijing", 1),
          new City("Guangdong", "Guangzhou", 1),
          new City("Guangdong", "Shenzhen", 1),
          new City("Zhejiang", "Hangzhou", 2),
          new City("Sichuan", "Chengdu", 2),
          new City("Hubei", "Wuhan", 2),
          new City("Jiangsu", "Nanjing", 2),
          new City("Shaanxi", "Xi'an", 2),
          new City("Chongqing", "Chongqing", 2),
          new City("Fujian", "Xiamen", 3),
          new City("Zhejiang", "Wenzhou", 3),
          new City("Guangdong", "Zhuhai", 3),
          new City("Hebei", "Baoding", 3),
          new City("Jilin", "Jilin", 3),
          new City("Hunan", "Zhuzhou", 4),
          new City("Anhui", "Anqing", 4),
          new City("Henan", "Luohe", 4),
          new City("Gansu", "Tianshui", 5),
          new City("Yunnan", "Baoshan", 5));

  /** Large cities are drawn more often than small ones. */
  private static final List<City> BY_SIZE = bySize();

  private static List<City> bySize() {
    List<City> repeated = new ArrayList<>();
    for (City city : CITIES) {
      for (int times = city.tier(); times <= 5; times++) {
        repeated.add(city);
      }
    }
    return List.copyOf(repeated);
  }

  static City draw(Dice dice) {
    return dice.oneOf(BY_SIZE);
  }
}
