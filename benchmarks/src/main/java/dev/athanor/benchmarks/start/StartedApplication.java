package dev.athanor.benchmarks.start;

import java.lang.management.ManagementFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application with a connection pool that it uses, and nothing else. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StartedApplication {

    /** Prints the milliseconds from the JVM's start until the application is ready. */
    public static void main(String... arguments) {
        SpringApplication.run(StartedApplication.class, arguments);
        long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.println(uptime);
        System.exit(0);
    }

    @Bean
    ApplicationRunner firstQuestion(JdbcClient client) {
        return arguments -> client.sql("SELECT 1").query(Integer.class).single();
    }
}
