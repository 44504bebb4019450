package nl.plaatsbaar.notification;

import java.time.Clock;

import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Which mail server there is: the one somebody names (SPRING_MAIL_HOST), in the demo one of our own, else none and the mails wait. */
@Configuration(proxyBeanMethods = false)
class MailWiring {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "plaatsbaar.demo", havingValue = "true")
	@ConditionalOnProperty(name = "spring.mail.host", havingValue = "none", matchIfMissing = true)
	static class InTheDemo {

		@Bean(destroyMethod = "close")
		OwnMailServer ownMailServer() {
			return new OwnMailServer();
		}

		@Bean
		JavaMailSenderImpl mailSender(OwnMailServer server) {
			return server.sender();
		}
	}

	@Bean
	PostRounds postRounds(ObjectProvider<JavaMailSenderImpl> server, JdbcClient database, PlatformTransactionManager transactions,
			Clock clock,
			@Value("${plaatsbaar.mail.from}") String from, @Value("${plaatsbaar.url}") String site,
			@Value("${plaatsbaar.command:false}") boolean command) {
		var sender = server.getIfAvailable();
		if (sender == null && !command)
			LoggerFactory.getLogger(MailWiring.class).warn("There is no mail server, so mails wait; name one with SPRING_MAIL_HOST");
		var smtp = new Smtp(sender == null ? new JavaMailSenderImpl() : sender, from, site);
		return new PostRounds(new Postman(database, new TransactionTemplate(transactions), smtp, clock), sender != null && !command);
	}
}
