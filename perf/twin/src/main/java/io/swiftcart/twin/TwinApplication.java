package io.swiftcart.twin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The place-order journey of SwiftCart in one Spring Boot service. */
@SpringBootApplication
@EnableScheduling
public class TwinApplication {

    public static void main(String[] args) {
        SpringApplication.run(TwinApplication.class, args);
    }
}
