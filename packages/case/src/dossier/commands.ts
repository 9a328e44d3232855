/** The ordinary commands that check a dossier: what VERIFY.md tells and what the tests run. No program of ours is in them. @module */

export const COMMANDS = {
  /** Every file is what the manifests say. */
  sums: "sha256sum -c --strict --quiet tagmanifest-sha256.txt && sha256sum -c --strict --quiet manifest-sha256.txt",
  /** Prints names that are listed and not there, or there and not listed. */
  added: `{ find . ! -type d ! -path './proofs/*' ! -path ./tagmanifest-sha256.txt | cut -c3-
  cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; } | LC_ALL=C sort | uniq -u`,
  bag: "bagit.py --validate .",
  minisign: `for s in proofs/*.minisig; do [ -e "$s" ] || continue; k=\${s#proofs/tagmanifest-sha256.txt.}
  minisign -Vm tagmanifest-sha256.txt -x "$s" -p "proofs/keys/\${k%.minisig}.pub"; done`,
  ssh: `for s in proofs/*.sig; do [ -e "$s" ] || continue; k=\${s#proofs/tagmanifest-sha256.txt.}; k=\${k%.sig}
  ssh-keygen -Y verify -f "proofs/keys/$k.allowed_signers" -I "$k" -n contraluz-bundle -s "$s" < tagmanifest-sha256.txt; done`,
  stamps: `for s in proofs/*.tsr; do [ -e "$s" ] || continue; k=\${s#proofs/tagmanifest-sha256.txt.}; k=\${k%.tsr}
  openssl ts -verify -data tagmanifest-sha256.txt -in "$s" -CAfile "proofs/keys/$k.pem"
  openssl ts -reply -in "$s" -text 2>/dev/null | grep 'Time stamp'; done`,
  /** Prints what no commitment matches. */
  records: `part=0001/ios.sms file=data/checks/0001/records/ios.sms.jsonl t=$(printf '\\t')
grep "  $part/" data/salts.txt | paste -d '\\t' - "$file" | while IFS= read -r x; do
  salt=\${x%%  *}; x=\${x#*  }; label=\${x%%"$t"*}; line=\${x#*"$t"}
  echo "$(printf '%s%s' "$salt" "$line" | sha256sum | cut -c1-64)  $label"
done | grep -vxFf data/commitments.txt`,
  /** Prints files of the evidence that are not what their name says. */
  evidence: `for f in data/evidence/*; do [ -e "$f" ] || continue
  [ "$(sha256sum < "$f" | cut -c1-64)" = "\${f##*/}" ] || echo "NOT THE SAME: $f"
done`,
  /** Prints the lines at which the chain breaks, and last the hash of the last line. */
  chain: `prev=$(printf '%064d' 0)
while IFS= read -r line; do
  case $line in *"\\"prev\\":\\"$prev\\""*) ;; *) echo "BROKEN: $line" ;; esac
  prev=$(printf '%s' "$line" | sha256sum | cut -c1-64)
done < data/custody.jsonl; echo "$prev"`,
  /** Prints results of a full edition that the log did not note. */
  results: `grep -q '^Contraluz-Edition: full' bag-info.txt && [ -s data/custody.jsonl ] && for f in data/checks/*/result.json; do
  grep -q '"resultSha256":"'"$(sha256sum < "$f" | cut -c1-64)"'"' data/custody-data.txt || echo "NOT NOTED: $f"
done`,
  /** Prints the numbers of entries whose data is not what their line says. */
  data: `while IFS="$(printf '\\t')" read -r n salt data; do
  sum=$(printf '%s%s' "$salt" "$data" | sha256sum | cut -c1-64)
  grep "^{\\"seq\\":$n," data/custody.jsonl | grep -q "\\"data\\":\\"$sum\\"}$" || echo "NOT THE SAME: $n"
done < data/custody-data.txt`,
} as const;
