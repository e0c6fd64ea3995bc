package dev.twostep.channel.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;

/**
 * Stands where the SDK's own HTTP client would: hands out the request that the SDK wrote, and sends
 * nothing. The SDK would wait for the answer on a thread, and repeat a message after a 5xx.
 */
final class Pen extends HttpClient {

  /** The only way out of the SDK that does not wait for an answer. */
  static final class Written extends RuntimeException {

    private final transient Request request;

    Written(Request request) {
      super("written", null, false, false);
      this.request = request;
    }

    Request request() {
      return request;
    }
  }

  @Override
  public Response reliableRequest(Request request) {
    throw new Written(request);
  }

  @Override
  public Response makeRequest(Request request) {
    throw new Written(request);
  }
}
