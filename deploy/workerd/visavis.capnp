# Visavis' API on workerd, on a machine of one's own: workerd serve deploy/workerd/visavis.capnp --socket-addr http=127.0.0.1:8787
# Built beforehand by `npm run build:workerd`. See README.md beside this file.

using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "visavis", worker = .edge),
    # The database, the bucket, Twilio and the push services; a database may be a neighbour.
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "visavis")],
);

const edge :Workerd.Worker = (
  modules = [(name = "edge.js", esModule = embed "../../dist/workerd/edge.js")],
  compatibilityDate = "2026-11-01",
  # What edge/config.ts reads; what is not set is absent. NATS_URL is there to be refused.
  bindings = [
    (name = "ADMIN_EMAIL", fromEnvironment = "ADMIN_EMAIL"),
    (name = "ADMIN_PASSWORD", fromEnvironment = "ADMIN_PASSWORD"),
    (name = "DATABASE_AUTH_TOKEN", fromEnvironment = "DATABASE_AUTH_TOKEN"),
    (name = "DATABASE_URL", fromEnvironment = "DATABASE_URL"),
    (name = "DEFAULT_COUNTRY", fromEnvironment = "DEFAULT_COUNTRY"),
    (name = "ICE_POLICY", fromEnvironment = "ICE_POLICY"),
    (name = "LOG_LEVEL", fromEnvironment = "LOG_LEVEL"),
    (name = "NATS_URL", fromEnvironment = "NATS_URL"),
    (name = "PEER_SERVERS", fromEnvironment = "PEER_SERVERS"),
    (name = "PUBLIC_URL", fromEnvironment = "PUBLIC_URL"),
    (name = "PUSH_ALLOWED_HOSTS", fromEnvironment = "PUSH_ALLOWED_HOSTS"),
    (name = "S3_ACCESS_KEY_ID", fromEnvironment = "S3_ACCESS_KEY_ID"),
    (name = "S3_BUCKET", fromEnvironment = "S3_BUCKET"),
    (name = "S3_ENDPOINT", fromEnvironment = "S3_ENDPOINT"),
    (name = "S3_REGION", fromEnvironment = "S3_REGION"),
    (name = "S3_SECRET_ACCESS_KEY", fromEnvironment = "S3_SECRET_ACCESS_KEY"),
    (name = "SECRET", fromEnvironment = "SECRET"),
    (name = "SMS_COUNTRIES", fromEnvironment = "SMS_COUNTRIES"),
    (name = "STUN_URLS", fromEnvironment = "STUN_URLS"),
    (name = "TEAM_NAME", fromEnvironment = "TEAM_NAME"),
    (name = "TRUSTED_PROXIES", fromEnvironment = "TRUSTED_PROXIES"),
    (name = "TURN_PROVIDER", fromEnvironment = "TURN_PROVIDER"),
    (name = "TURN_SECRET", fromEnvironment = "TURN_SECRET"),
    (name = "TURN_URLS", fromEnvironment = "TURN_URLS"),
    (name = "TWILIO_ACCOUNT_SID", fromEnvironment = "TWILIO_ACCOUNT_SID"),
    (name = "TWILIO_API_URL", fromEnvironment = "TWILIO_API_URL"),
    (name = "TWILIO_AUTH_TOKEN", fromEnvironment = "TWILIO_AUTH_TOKEN"),
    (name = "TWILIO_FROM", fromEnvironment = "TWILIO_FROM"),
    (name = "TWILIO_MESSAGING_SERVICE_SID", fromEnvironment = "TWILIO_MESSAGING_SERVICE_SID"),
    (name = "VAPID_PRIVATE_KEY", fromEnvironment = "VAPID_PRIVATE_KEY"),
    (name = "VAPID_PUBLIC_KEY", fromEnvironment = "VAPID_PUBLIC_KEY"),
    (name = "VAPID_SUBJECT", fromEnvironment = "VAPID_SUBJECT"),
  ],
);
