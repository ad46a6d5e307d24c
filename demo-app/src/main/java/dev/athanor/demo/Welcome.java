package dev.athanor.demo;

import dev.athanor.demo.tenant.TenantView;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells where to look, once the application accepts traffic: the web server is up and the migrations are done. */
@Component
class Welcome {

    private final DemoTenant demoTenant;
    private final Environment environment;

    Welcome(DemoTenant demoTenant, Environment environment) {
        this.demoTenant = demoTenant;
        this.environment = environment;
    }

    @EventListener
    void onReadiness(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC
                && event.getSource() instanceof WebServerApplicationContext) {
            print();
        }
    }

    private void print() {
        System.out.println(demoTenant.find().map(this::text).orElseGet(this::textWithoutSchema));
    }

    private String text(TenantView tenant) {
        return block(
                "Ready. Try:",
                line("the page", url("/actuator/migrations") + "   (in a browser)"),
                look("the schema", "/actuator/migrations"),
                look("readiness", "/actuator/health/readiness"),
                look("liveness", "/actuator/health/liveness"),
                line("a project", createProject(tenant)),
                look("the projects", "/api/projects"),
                line("the database", environment.getProperty("demo.database.url", "yours")));
    }

    private String textWithoutSchema() {
        return block(
                "Running, but the schema is not there yet:",
                line("the page", url("/actuator/migrations") + "   (in a browser)"),
                look("the schema", "/actuator/migrations"),
                look("readiness", "/actuator/health/readiness"));
    }

    private String createProject(TenantView tenant) {
        return "curl -s " + url("/api/projects") + " -H 'Content-Type: application/json' \\\n" + " ".repeat(18)
                + "-d '{\"tenantId\": \"" + tenant.id() + "\", \"code\": \"HQ\", \"name\": \"Headquarters\"}'";
    }

    private String look(String what, String path) {
        return line(what, "curl -s " + url(path));
    }

    private String url(String path) {
        return "http://localhost:" + environment.getProperty("local.server.port") + path;
    }

    private static String line(String what, String command) {
        return String.format("  %-14s  %s", what, command);
    }

    private static String block(String title, String... lines) {
        String rule = "  " + "─".repeat(76);
        return Stream.concat(Stream.of("", rule, "  " + title, ""), Stream.of(lines))
                .collect(Collectors.joining("\n", "", "\n" + rule + "\n"));
    }
}
