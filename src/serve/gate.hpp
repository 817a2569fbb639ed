#pragma once

#include "serve/request.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tarazy {

/// Who may ask the local server. It listens on the loopback address only; but every page that a browser shows, and
/// every program of every user of the machine, can reach that address, too. So:
/// - the Host header must name the loopback address and our port (a foreign name that was made to point here is
/// refused);
/// - a random token of 128 bits, handed over in the address that is opened, must come back in a header with every
///   question (`/api/...`): the page keeps it where a browser lets only pages of this address and port read it;
/// - pages, the report and downloads, for which a browser sends no header of ours, need a cookie of another 128 bits.
///   A cookie knows no port, so that other servers on this machine may get it: it opens nothing else;
/// - what changes something must come from a page of ours, by its Origin, and carry a header that no foreign page may
///   set.
struct Gate {
    std::string token;
    std::uint16_t port = 0;
    std::string cookie = {};

    [[nodiscard]] std::string cookie_name() const { return "tarazy-" + std::to_string(port); }
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port); }
};

/// What a request says of itself.
struct Caller {
    std::string method, path;
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers;  ///< names in small letters
};

/// Names of the headers that our pages send along: one names the browser tab, one is the token.
inline constexpr std::string_view tab_header = "x-tarazy-tab", key_header = "x-tarazy-key";

/// 128 random bits as 32 hexadecimal digits, from the system. @throws FileError where it gives none
[[nodiscard]] std::string random_token();

/// A text as a part of an address (RFC 3986): letters, digits, - _ and . stay.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// What is answered instead of the request; nothing when it may pass. Of the opening address (`/?token=...`) this is
/// the cookie and the way to the page, as a page of our own: a redirection of who comes from elsewhere would be taken
/// for a request from elsewhere. Compares tokens in a time that does not depend on where they differ.
[[nodiscard]] std::optional<Answer> answer_at_gate(const Gate& gate, const Caller& caller);

/// Headers that go with every answer: nothing is loaded from elsewhere, no script but ours runs, nothing is kept.
[[nodiscard]] std::map<std::string, std::string> safety_headers();

}  // namespace tarazy
