#include "serve/gate.hpp"

#include "base/error.hpp"

#include <sys/random.h>

#include <array>

namespace tarazy {
namespace {

bool same_secret(std::string_view a, std::string_view b) {
    if (a.size() != b.size() || a.empty()) return false;
    unsigned char differs = 0;
    for (std::size_t i = 0; i < a.size(); ++i) differs |= static_cast<unsigned char>(a[i] ^ b[i]);
    return differs == 0;
}

std::string_view header_of(const Caller& caller, std::string_view name) {
    const auto found = caller.headers.find(std::string(name));
    return found == caller.headers.end() ? std::string_view() : std::string_view(found->second);
}

/// The value of a cookie in `a=1; b=2`.
std::string_view cookie(std::string_view cookies, std::string_view name) {
    while (!cookies.empty()) {
        while (cookies.starts_with(' ')) cookies.remove_prefix(1);
        const std::string_view one = cookies.substr(0, cookies.find(';'));
        cookies.remove_prefix(std::min(cookies.size(), one.size() + 1));
        if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
            return one.substr(name.size() + 1);
    }
    return {};
}

/// The start page, or that of the study that the opening address names; the page takes the key out of its address.
std::string first_page(const Gate& gate, const Caller& caller) {
    const auto study = caller.query.find("study");
    return "/#key=" + gate.token + (study == caller.query.end() ? "" : "&/study/" + percent_encoded(study->second));
}

Answer opened_page(const Gate& gate, const Caller& caller) {
    const std::string page = first_page(gate, caller);
    return {200,
            "<!doctype html><meta charset=\"utf-8\"><title>Tarazy</title><link rel=\"icon\" href=\"data:,\"><meta "
            "http-equiv=\"refresh\" content=\"0;url=" +
                page + "\"><a href=\"" + page + "\">Tarazy</a>\n",
            "text/html; charset=utf-8",
            {{"Set-Cookie", gate.cookie_name() + '=' + gate.cookie + "; HttpOnly; SameSite=Strict; Path=/"}}};
}

/// What a browser asks for by itself, without a header of ours.
bool is_page(std::string_view path) {
    return path == "/" || path == "/serve.js" || path == "/serve.css" || path == "/report" || path == "/download";
}

/// Whether the caller has the key that this request needs.
bool has_key(const Gate& gate, const Caller& caller, bool reads) {
    if (same_secret(header_of(caller, key_header), gate.token)) return true;
    return reads && is_page(caller.path) &&
           same_secret(cookie(header_of(caller, "cookie"), gate.cookie_name()), gate.cookie);
}

Answer turned_away(int status, const std::string& what) {
    return {status, what + "\n", "text/plain; charset=utf-8", {}};
}

}  // namespace

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.';
        if (plain)
            encoded += c;
        else
            ((encoded += '%') += digits[byte >> 4U]) += digits[byte & 15U];
    }
    return encoded;
}

std::string random_token() {
    std::array<unsigned char, 16> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw FileError("the system gives no random numbers");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) (text += digits[byte >> 4U]) += digits[byte & 15U];
    return text;
}

std::optional<Answer> answer_at_gate(const Gate& gate, const Caller& caller) {
    const std::string_view host = header_of(caller, "host"), origin = header_of(caller, "origin"),
                           site = header_of(caller, "sec-fetch-site");
    const std::string port = std::to_string(gate.port);
    if (host != "127.0.0.1:" + port && host != "localhost:" + port)
        return turned_away(421, "This server answers to 127.0.0.1 only.");
    if (!origin.empty() && origin != "http://" + std::string(host))
        return turned_away(403, "Only pages of this server may ask.");
    const bool reads = caller.method == "GET" || caller.method == "HEAD";
    if (reads && caller.path == "/" && caller.query.contains("token")) {
        if (!same_secret(caller.query.at("token"), gate.token))
            return turned_away(403, "This address is of another session; open the one that the terminal shows.");
        return opened_page(gate, caller);
    }
    if (!has_key(gate, caller, reads))
        return turned_away(403, "Open the address that the terminal shows: it holds the key to this server.");
    if (site != "" && site != "same-origin" && site != "none")
        return turned_away(403, "Only pages of this server may ask.");
    if (reads) return std::nullopt;
    if (caller.method != "POST") return turned_away(405, "Only GET and POST are understood.");
    if (origin.empty() || header_of(caller, tab_header).empty())
        return turned_away(403, "Only pages of this server may change anything.");
    return std::nullopt;
}

std::map<std::string, std::string> safety_headers() {
    return {{"Content-Security-Policy",
             "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
             "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "no-referrer"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cross-Origin-Resource-Policy", "same-origin"},
            {"Cache-Control", "no-store"}};
}

}  // namespace tarazy
