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
/// - a random token of 128 bits, handed over once in the address that is opened, must come back as a cookie that
/// scripts
///   cannot read and that a browser sends to our pages only;
/// - what changes something must come from a page of ours, by its Origin, and carry a header that no foreign page may
/// set.
struct Gate {
    std::string token;
    std::uint16_t port = 0;

    [[nodiscard]] std::string cookie_name() const { return "tarazy-" + std::to_string(port); }
    [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port); }
};

/// What a request says of itself.
struct Caller {
    std::string method, path;
    std::map<std::string, std::string> query;
    std::map<std::string, std::string> headers;  ///< names in small letters
};

/// Name of the header that our pages send along: it names the browser tab.
inline constexpr std::string_view tab_header = "x-tarazy-tab";

/// 128 random bits as 32 hexadecimal digits, from the system. @throws FileError where it gives none
[[nodiscard]] std::string random_token();

/// A text as a part of an address (RFC 3986): letters, digits, - _ and . stay.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// What is answered instead of the request; nothing when it may pass. Of the opening address (`/?token=...`) this is
/// the cookie and the way to the page. Compares tokens in a time that does not depend on where they differ.
[[nodiscard]] std::optional<Answer> answer_at_gate(const Gate& gate, const Caller& caller);

/// Headers that go with every answer: nothing is loaded from elsewhere, no script but ours runs, nothing is kept.
[[nodiscard]] std::map<std::string, std::string> safety_headers();

}  // namespace tarazy
