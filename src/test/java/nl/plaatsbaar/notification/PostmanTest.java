package nl.plaatsbaar.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import nl.plaatsbaar.PlaatsbaarTest;
import nl.plaatsbaar.access.Tenancy;

/** A letter arrives in the inbox at once and by mail once, whatever the mail server does. */
@PlaatsbaarTest
class PostmanTest {

	private static final AtomicInteger NUMBER = new AtomicInteger(1);

	private final UUID board = new UUID(0x7100, NUMBER.incrementAndGet());
	private final UUID person = UUID.randomUUID();
	private final String address = "laila" + board.getLeastSignificantBits() + "@zevenbruggen.example";

	@Autowired
	Notices notices;

	@Autowired
	Inbox inbox;

	@Autowired
	Tenancy tenancy;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcClient database;

	@Autowired
	Clock clock;

	/** The postman of the running program stays home, or he would be ahead of the one tested here. */
	@BeforeAll
	static void stayHome(@Autowired PostRounds rounds) {
		rounds.stop();
	}

	@AfterAll
	static void goOn(@Autowired PostRounds rounds) {
		rounds.start();
	}

	@Test
	void aLetterIsInTheInboxAndInTheMail() throws Exception {
		try (var server = MailServer.up()) {
			send(letter("consent-renewal-1"));

			assertThat(postman(server.port(), Duration.ZERO).round()).isTrue();

			assertThat(tenancy.as(board, () -> inbox.of(board, person, 10))).singleElement().satisfies(letter -> {
				assertThat(letter.subject()).isEqualTo("Toestemming vernieuwen");
				assertThat(letter.read()).isFalse();
			});
			var mail = server.mails(address).getFirst();
			assertThat(mail.getSubject()).isEqualTo("Toestemming vernieuwen");
			assertThat(mail.getContent().toString()).contains("Beste Laila").contains("https://plaatsbaar.example/toestemming");
			assertThat(state()).isEqualTo("sent");
		}
	}

	@Test
	void theSameLetterIsNeverSentTwice() {
		try (var server = MailServer.up()) {
			send(letter("consent-renewal-1"));
			send(letter("consent-renewal-1"));
			postman(server.port(), Duration.ZERO).round();
			postman(server.port(), Duration.ofDays(1)).round();

			assertThat(server.mails(address)).hasSize(1);
			assertThat(tenancy.as(board, () -> inbox.of(board, person, 10))).hasSize(1);
		}
	}

	@Test
	void aLetterThatIsTakenBackLeavesNothing() {
		assertThatThrownBy(() -> tenancy.as(board, () -> transaction.executeWithoutResult(_ -> {
			notices.send(letter("never"));
			throw new IllegalStateException("the form was not right after all");
		}))).isInstanceOf(IllegalStateException.class);
		assertThatThrownBy(() -> tenancy.as(board, () -> notices.send(letter("alone"))))
				.isInstanceOf(IllegalTransactionStateException.class);

		assertThat(tenancy.as(board, () -> inbox.of(board, person, 10))).isEmpty();
	}

	@Test
	void whenTheMailServerIsAwayTheMailWaitsAndArrivesOnceItIsBack() {
		send(letter("consent-renewal-1"));
		int port;
		try (var server = MailServer.up()) {
			port = server.port();
		}

		assertThat(postman(port, Duration.ZERO).round()).isFalse();
		assertThat(state()).isEqualTo("waiting");

		try (var server = MailServer.upOn(port)) {
			assertThat(postman(port, Duration.ofSeconds(10)).round()).isTrue();
			assertThat(server.mails(address)).as("too early to try again").isEmpty();

			postman(port, Duration.ofHours(2)).round();
			assertThat(server.mails(address)).hasSize(1);
		}
	}

	@Test
	void aMailServerThatStaysAwayForDaysIsNotAskedForEver() {
		send(letter("consent-renewal-1"));

		for (var days = 0; days < 7; days++)
			postman(1, Duration.ofDays(days)).round();

		assertThat(state()).isEqualTo("refused");
	}

	@Test
	void manyPostmenAtOnceBringEveryMailOnce() {
		try (var server = MailServer.up()) {
			for (int number = 0; number < 40; number++)
				send(letter("letter-" + number));
			try (var postmen = Executors.newVirtualThreadPerTaskExecutor()) {
				for (int number = 0; number < 6; number++)
					postmen.submit(() -> postman(server.port(), Duration.ZERO).round());
			}
			assertThat(server.mails(address)).hasSize(40);
			assertThat(server.mails(address).stream().map(PostmanTest::number).distinct()).hasSize(40);
		}
	}

	@Test
	void whenTheLineBreaksAfterTheMailWasOnItNobodyGetsItTwice() {
		send(letter("consent-renewal-1"));
		try (var server = new MumblingServer("354 go ahead", MumblingServer.HANGS_UP)) {
			postman(server.port(), Duration.ZERO).round();
		}
		assertThat(state()).isEqualTo("unclear");

		try (var server = MailServer.up()) {
			postman(server.port(), Duration.ofDays(1)).round();
			assertThat(server.mails(address)).isEmpty();
		}
	}

	@Test
	void whenTheProgramIsKilledWhileAMailLeavesNobodyGetsItTwice() {
		send(letter("consent-renewal-1"));
		tenancy.as(board, () -> database.sql("update mail set state = 'leaving', due_at = null, left_at = now() where board_id = :board")
				.param("board", board).update());

		try (var server = MailServer.up()) {
			postman(server.port(), Duration.ofMinutes(1)).round();
			assertThat(state()).isEqualTo("leaving");
			postman(server.port(), Duration.ofHours(1)).round();
			assertThat(state()).isEqualTo("unclear");
			assertThat(server.mails(address)).isEmpty();
		}
	}

	@Test
	void aServerThatAsksForPatienceGetsIt() {
		send(letter("consent-renewal-1"));
		try (var server = new MumblingServer("451 mailbox busy, come back later", MumblingServer.HANGS_UP)) {
			assertThat(postman(server.port(), Duration.ZERO).round()).isTrue();
		}
		assertThat(state()).isEqualTo("waiting");

		try (var server = MailServer.up()) {
			postman(server.port(), Duration.ofHours(2)).round();
			assertThat(server.mails(address)).hasSize(1);
		}
	}

	@Test
	void aServerThatRefusesForGoodIsNotAskedAgain() {
		send(letter("consent-renewal-1"));
		try (var server = new MumblingServer("554 no such thing here", MumblingServer.HANGS_UP)) {
			postman(server.port(), Duration.ZERO).round();
		}
		assertThat(state()).isEqualTo("refused");
	}

	@Test
	void anAddressThatIsNoneIsRefusedAndTheLetterStaysInTheInbox() {
		send(new Notice(board, person, "geen adres", "Toestemming vernieuwen", "Beste Laila", null, "k"));
		postman(1, Duration.ZERO).round();

		assertThat(state()).isEqualTo("refused");
		assertThat(tenancy.as(board, () -> inbox.unread(board, person))).isEqualTo(1);
	}

	@Test
	void whatIsReadIsReadForTheReaderOnly() {
		send(letter("one"));
		send(letter("two"));
		var letter = tenancy.as(board, () -> inbox.of(board, person, 10)).getFirst();

		tenancy.as(board, () -> inbox.mark(board, UUID.randomUUID(), letter.id(), true));
		assertThat(tenancy.as(board, () -> inbox.unread(board, person))).isEqualTo(2);
		tenancy.as(board, () -> inbox.mark(board, person, letter.id(), true));
		assertThat(tenancy.as(board, () -> inbox.unread(board, person))).isEqualTo(1);
		tenancy.as(board, () -> inbox.mark(board, person, letter.id(), false));
		assertThat(tenancy.as(board, () -> inbox.unread(board, person))).isEqualTo(2);
		tenancy.as(board, () -> inbox.markAllRead(board, person));
		assertThat(tenancy.as(board, () -> inbox.unread(board, person))).isZero();
	}

	private Notice letter(String key) {
		return new Notice(board, person, address, "Toestemming vernieuwen", "Beste Laila,\n\nWil je opnieuw kijken?", "/toestemming", key);
	}

	private void send(Notice notice) {
		tenancy.as(board, () -> transaction.executeWithoutResult(_ -> notices.send(notice)));
	}

	private Postman postman(int port, Duration later) {
		var sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		return new Postman(database, transaction, new Smtp(sender, "school@example.org", "https://plaatsbaar.example"),
				Clock.offset(clock, later));
	}

	private String state() {
		return tenancy.as(board, () -> database.sql("select state from mail where board_id = :board").param("board", board)
				.query((row, _) -> Objects.requireNonNull(row.getString(1))).single());
	}

	private static String number(jakarta.mail.internet.MimeMessage mail) {
		try {
			return Objects.requireNonNull(mail.getMessageID());
		} catch (jakarta.mail.MessagingException e) {
			throw new AssertionError(e);
		}
	}

	/** A real one, that can be away. */
	private record MailServer(GreenMail greenMail) implements AutoCloseable {

		static MailServer up() {
			return upOn(0);
		}

		static MailServer upOn(int port) {
			var greenMail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
			greenMail.start();
			return new MailServer(greenMail);
		}

		int port() {
			return greenMail.getSmtp().getPort();
		}

		List<jakarta.mail.internet.MimeMessage> mails(String address) {
			return Arrays.stream(greenMail.getReceivedMessages()).filter(mail -> isTo(mail, address)).toList();
		}

		private static boolean isTo(jakarta.mail.internet.MimeMessage mail, String address) {
			try {
				return mail.getAllRecipients()[0].toString().equals(address);
			} catch (jakarta.mail.MessagingException e) {
				throw new AssertionError(e);
			}
		}

		@Override
		public void close() {
			greenMail.stop();
		}
	}
}
