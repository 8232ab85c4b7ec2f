package io.sluice.samples.demo;

import io.sluice.samples.data.DemoData;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the demo server has besides the server. */
@Configuration(proxyBeanMethods = false)
@Import({DemoData.class, DemoUsers.class, SampleCampaigns.class, DemoWorkspace.class})
class DemoConfiguration {}
