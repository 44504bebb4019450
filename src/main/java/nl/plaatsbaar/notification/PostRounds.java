package nl.plaatsbaar.notification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends the postman out: at once when a letter was handed in, and now and then for what had to wait. */
class PostRounds implements SmartLifecycle {

	private static final Logger LOG = LoggerFactory.getLogger(PostRounds.class);
	private static final Duration BETWEEN = Duration.ofSeconds(10);
	private static final Duration WHEN_AWAY = Duration.ofSeconds(30);

	private final Postman postman;
	private final boolean auto;
	private final Semaphore bell = new Semaphore(0);
	private volatile boolean running;
	private @Nullable Thread thread;

	PostRounds(Postman postman, boolean auto) {
		this.postman = postman;
		this.auto = auto;
	}

	@TransactionalEventListener
	void ring(Letters.LetterWaits letter) {
		bell.release();
	}

	@Override
	public boolean isAutoStartup() {
		return auto;
	}

	@Override
	public synchronized void start() {
		running = true;
		thread = Thread.ofVirtual().name("postman").start(this::walk);
	}

	private void walk() {
		while (running) {
			var pause = round() ? BETWEEN : WHEN_AWAY;
			waitForTheBell(pause);
		}
	}

	private boolean round() {
		try {
			bell.drainPermits();
			return postman.round();
		} catch (RuntimeException e) {
			LOG.warn("The mails could not be brought away; trying again soon", e);
			return false;
		}
	}

	private void waitForTheBell(Duration pause) {
		try {
			bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			running = false;
		}
	}

	/** Lets the mail that is on the line finish. */
	@Override
	public void stop() {
		running = false;
		bell.release();
		var walking = thread;
		try {
			if (walking != null)
				walking.join(Duration.ofSeconds(15));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}
}
