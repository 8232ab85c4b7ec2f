package io.sluice.engine.web;

import org.springframework.web.bind.annotation.RestController;

/** A controller where none belongs, so that a test can show that the rule sees it. */
@RestController
public abstract class MisplacedController {}
