package nl.plaatsbaar.notification;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server in the program, on this machine only, that keeps what it gets and sends nothing on. */
class OwnMailServer implements DemoMailbox, AutoCloseable {

	private static final int KEPT = 500;

	private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

	OwnMailServer() {
		greenMail.start();
	}

	JavaMailSenderImpl sender() {
		var sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(greenMail.getSmtp().getPort());
		return sender;
	}

	/** Memory is not a drawer: once it is full the old mails go. */
	@EventListener
	void makeRoom(Letters.LetterWaits letter) throws Exception {
		if (greenMail.getReceivedMessages().length > KEPT)
			greenMail.purgeEmailFromAllMailboxes();
	}

	@Override
	public List<Mail> mails() {
		return Arrays.stream(greenMail.getReceivedMessages()).map(OwnMailServer::read).sorted(Comparator.comparing(Mail::at).reversed())
				.toList();
	}

	private static Mail read(MimeMessage message) {
		try {
			return new Mail(String.valueOf(message.getRecipients(RecipientType.TO)[0]), message.getSubject(),
					String.valueOf(message.getContent()).replace("\r\n", "\n").strip(), message.getReceivedDate().toInstant());
		} catch (MessagingException | IOException e) {
			throw new IllegalStateException("a mail this program sent itself cannot be read", e);
		}
	}

	@Override
	public void close() {
		greenMail.stop();
	}
}
