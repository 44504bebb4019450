package nl.plaatsbaar.notification;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** One mail over the line, and what is certain afterwards. */
class Smtp {

	private final JavaMailSenderImpl server;
	private final String from;
	private final String site;

	/** @param site the address of this site, put before the links */
	Smtp(JavaMailSenderImpl server, String from, String site) {
		this.server = server;
		this.from = from;
		this.site = site;
	}

	sealed interface Outcome {

		record Sent() implements Outcome {
		}

		/** The server will never take this one. */
		record Refused(String reason) implements Outcome {
		}

		/** The server did not take this one, but may later. */
		record NotNow(String reason) implements Outcome {
		}

		/** There is no server to be reached, for this mail nor for any other. */
		record Away(String reason) implements Outcome {
		}

		/** The line broke after the mail was on it: it may have arrived. */
		record Unclear(String reason) implements Outcome {
		}
	}

	Outcome send(Postman.Mail mail) {
		MimeMessage message;
		try {
			message = message(mail);
		} catch (AddressException e) {
			return new Outcome.Refused("'%s' is no mail address".formatted(mail.address()));
		} catch (MessagingException | UnsupportedEncodingException e) {
			return new Outcome.Refused(reason(e));
		}
		return send(message);
	}

	private Outcome send(MimeMessage message) {
		var line = connect();
		return switch (line) {
			case Line.None(var reason) -> new Outcome.Away(reason);
			case Line.Open(var transport) -> {
				try {
					transport.sendMessage(message, message.getAllRecipients());
					yield new Outcome.Sent();
				} catch (MessagingException e) {
					yield whatIsCertain(e);
				} finally {
					hangUp(transport);
				}
			}
		};
	}

	private sealed interface Line {
		record Open(Transport transport) implements Line {
		}

		record None(String reason) implements Line {
		}
	}

	private Line connect() {
		try {
			var protocol = Objects.requireNonNullElse(server.getProtocol(), "smtp");
			var transport = server.getSession().getTransport(protocol);
			transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
			return new Line.Open(transport);
		} catch (MessagingException e) {
			return new Line.None(reason(e));
		}
	}

	private static void hangUp(Transport transport) {
		try {
			transport.close();
		} catch (MessagingException _) {
			// The mail was taken or refused before this.
		}
	}

	/** Only an answer of the server is certainty; silence after the mail was on the line is not. */
	private static Outcome whatIsCertain(MessagingException failure) {
		for (Exception cause = failure; cause instanceof MessagingException one; cause = one.getNextException()) {
			var answer = answer(one);
			if (answer >= 500)
				return new Outcome.Refused(reason(one));
			if (answer >= 400)
				return new Outcome.NotNow(reason(one));
		}
		return new Outcome.Unclear(reason(failure));
	}

	private static int answer(MessagingException failure) {
		return switch (failure) {
			case SMTPAddressFailedException address -> address.getReturnCode();
			case SMTPSenderFailedException sender -> sender.getReturnCode();
			case SMTPSendFailedException send -> send.getReturnCode();
			default -> -1;
		};
	}

	private static String reason(Exception failure) {
		return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given").strip();
	}

	private MimeMessage message(Postman.Mail mail) throws MessagingException, UnsupportedEncodingException {
		var message = new Numbered(server.getSession(), "<" + mail.notice() + "@plaatsbaar>");
		var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
		helper.setFrom(from, "Plaatsbaar");
		helper.setTo(new InternetAddress(mail.address(), true));
		helper.setSubject(mail.subject());
		helper.setText(text(mail.body(), mail.link()));
		message.setHeader("Auto-Submitted", "auto-generated");
		message.saveChanges();
		return message;
	}

	private String text(String body, @Nullable String link) {
		return link == null ? body : body + "\n\n" + site + link;
	}

	/** Carries the number of the notice, so that a receiver can tell two apart, or that two are one. */
	private static final class Numbered extends MimeMessage {

		private final String number;

		Numbered(Session session, String number) {
			super(session);
			this.number = number;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", number);
		}
	}
}
