package org.recourse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Recourse: the engine, its web applications and the case tables in one process. */
@SpringBootApplication
public class RecourseApplication {

    public static void main(String[] args) {
        SpringApplication.run(RecourseApplication.class, args);
    }
}
