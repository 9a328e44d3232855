/** A timestamp authority of openssl, made for a test: root, certificate, answers. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const OPENSSL: string | false =
  spawnSync("openssl", ["version"]).error !== undefined && "openssl is not on this machine";

export interface TestAuthority {
  readonly dir: string;
  /** The root, and all certificates, as PEM. */
  readonly root: string;
  readonly chain: string;
  answer(query: Uint8Array): Uint8Array;
}

export interface AuthorityOptions {
  readonly key?: "rsa" | "ec";
  /** Of the signed attributes. */
  readonly digest?: "sha256" | "sha384" | "sha512";
  readonly ess?: "sha1" | "sha256";
  readonly usage?: string;
  readonly name?: string;
}

export function openssl(cwd: string, ...args: string[]): Buffer {
  const r = spawnSync("openssl", args, { cwd });
  if (r.status !== 0) throw new Error(`openssl ${args.join(" ")}: ${r.stderr}`);
  return r.stdout;
}

/** Keys, certificates and settings in `dir`. */
export function testAuthority(dir: string, o: AuthorityOptions = {}): TestAuthority {
  const { key = "ec", digest = "sha256", ess = "sha256", usage = "critical,timeStamping", name = "Hora de prueba" } = o;
  mkdirSync(dir, { recursive: true });
  const make = key === "ec" ? ["ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"] : ["rsa:2048"];
  writeFileSync(
    join(dir, "tsa.cnf"),
    `[ext]
basicConstraints=CA:FALSE
extendedKeyUsage=${usage}
[req]
distinguished_name=dn
[dn]
[tsa]
default_tsa=t
[t]
serial=./serial
crypto_device=builtin
signer_cert=./tsa.pem
certs=./root.pem
signer_key=./tsa.key
signer_digest=${digest}
default_policy=1.2.3.4.1
digests=sha256
accuracy=secs:1
ordering=no
tsa_name=yes
ess_cert_id_chain=no
ess_cert_id_alg=${ess}
`,
  );
  const ca = ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign"];
  const request = (more: string[]): Buffer =>
    openssl(dir, "req", "-config", "tsa.cnf", "-nodes", "-newkey", ...make, ...more);
  request(["-x509", "-keyout", "root.key", "-out", "root.pem", "-days", "30", "-subj", `/CN=Raíz de ${name}`, ...ca]);
  request(["-keyout", "tsa.key", "-out", "tsa.csr", "-subj", `/CN=${name}/O=Contraluz`]);
  const sign = ["x509", "-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial"];
  openssl(dir, ...sign, "-days", "20", "-extfile", "tsa.cnf", "-extensions", "ext", "-out", "tsa.pem");
  writeFileSync(join(dir, "serial"), "01\n");
  const root = readFileSync(join(dir, "root.pem"), "utf8");
  return {
    dir,
    root,
    chain: readFileSync(join(dir, "tsa.pem"), "utf8") + root,
    answer(query) {
      writeFileSync(join(dir, "q.tsq"), query);
      openssl(dir, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "q.tsq", "-out", "a.tsr");
      return new Uint8Array(readFileSync(join(dir, "a.tsr")));
    },
  };
}
