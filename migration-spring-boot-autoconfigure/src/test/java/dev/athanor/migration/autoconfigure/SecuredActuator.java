package dev.athanor.migration.autoconfigure;

import dev.athanor.migration.autoconfigure.event.MigrationRequested;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An application's own security: probes for everyone, the rest of the actuator for those who are known. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecuredActuator {

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(User.withUsername("anna")
                .password("{noop}secret")
                .roles("OPERATOR")
                .build());
    }

    /** Who has asked for what. */
    record Requests(List<MigrationRequested> seen) {

        @EventListener
        void on(MigrationRequested request) {
            seen.add(request);
        }
    }

    @Bean
    Requests requests() {
        return new Requests(new CopyOnWriteArrayList<>());
    }

    @Bean
    DelegatingFilterProxyRegistrationBean securityFilter() {
        return new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
    }
}
