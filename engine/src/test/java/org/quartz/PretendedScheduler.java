package org.quartz;

/** Stands in for Quartz, which is not on the class path, so that its rule can be shown to work. */
public interface PretendedScheduler {}
