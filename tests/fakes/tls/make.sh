#!/bin/sh
# Made the certificates beside it, once, with OpenSSL 3. They are worth nothing outside of the tests: all share one
# key that everybody can read, and the key of the authority that signed three of them was thrown away.
#
#   trusted       for localhost, by the authority
#   wrong-host    for elsewhere.test, by the authority
#   expired       for localhost, by the authority, over since 2021
#   self-signed   for localhost, by itself
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/ca.cnf" <<END
[ca]
default_ca = it
[it]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
END

# $1 name, $2 its key, $3 what it is for, $4 its end, $5… who signs
certificate() {
  name=$1 key=$2 purpose=$3 end=$4
  shift 4
  : > "$work/index.txt"
  echo "$purpose" > "$work/extensions.cnf"
  openssl req -new -key "$key" -subj "/CN=$name" -out "$work/$name.csr"
  openssl ca -batch -notext -config "$work/ca.cnf" -extfile "$work/extensions.cnf" \
    -startdate 20200101000000Z -enddate "$end" -in "$work/$name.csr" -out "$name.pem" "$@"
}

new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }
authority_key=$work/authority.key
new_key "$authority_key"
new_key server.key
chmod 644 server.key

late=21200101000000Z
here='subjectAltName=DNS:localhost,IP:127.0.0.1'
certificate authority "$authority_key" basicConstraints=critical,CA:TRUE $late -selfsign -keyfile "$authority_key"
certificate self-signed server.key "$here" $late -selfsign -keyfile server.key

by_authority="-cert authority.pem -keyfile $authority_key"
# shellcheck disable=SC2086 # several words
{
  certificate trusted server.key "$here" $late $by_authority
  certificate wrong-host server.key subjectAltName=DNS:elsewhere.test $late $by_authority
  certificate expired server.key "$here" 20210101000000Z $by_authority
}
