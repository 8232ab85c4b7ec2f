package io.sluice.engine.web;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the designer, where it is on the class path: one page, whatever address it shows. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnResource(resources = DesignerPages.FOLDER + "index.html")
class DesignerPages implements WebMvcConfigurer {
  static final String FOLDER = "classpath:/META-INF/resources/designer/";
  private static final String PAGE = "forward:/designer/index.html";

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addViewController("/").setViewName(PAGE);
    pages.addViewController("/w/**").setViewName(PAGE);
    pages.addViewController("/login").setViewName(PAGE);
    pages.addViewController("/setup").setViewName(PAGE);
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    // The names of these files follow from what is in them, so a new version has new names.
    files
        .addResourceHandler("/designer/assets/**")
        .addResourceLocations(FOLDER + "assets/")
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    files
        .addResourceHandler("/designer/**")
        .addResourceLocations(FOLDER)
        .setCacheControl(CacheControl.noCache());
  }
}
