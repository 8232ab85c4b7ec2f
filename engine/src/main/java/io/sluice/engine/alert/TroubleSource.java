package io.sluice.engine.alert;

import java.util.List;

/** Finds troubles by looking at what is there. Asked every now and then, on every server. */
interface TroubleSource {
  /** All that is wrong at present, whether it was told before or not. */
  List<Trouble> troubles();
}
