#include "serve/report_page.hpp"

#include "base/sha256.hpp"
#include "report/render.hpp"

namespace tarazy {
namespace {

unsigned hex_digit(char c) {
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

std::string base64_of_hex(std::string_view hex) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0, held = 0;
    for (const char c : hex) {
        bits = bits << 4U | hex_digit(c);
        held += 4;
        while (held >= 6) text += digits[bits >> (held -= 6) & 63U];
        bits &= (1U << held) - 1;
    }
    if (held > 0) text += digits[bits << (6 - held) & 63U];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

}  // namespace

std::string script_source(std::string_view text) {
    return "'sha256-" + base64_of_hex(sha256_hex(text)) + '\'';
}

Answer report_page(std::string html) {
    std::string scripts;
    for (const std::string_view script : report_scripts()) scripts += ' ' + script_source(script);
    Answer answer{200, std::move(html), "text/html; charset=utf-8", {}};
    answer.headers["Content-Security-Policy"] = "default-src 'none'; script-src" + scripts +
                                                "; style-src 'unsafe-inline'; img-src data: blob:; connect-src 'none'; "
                                                "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
    return answer;
}

}  // namespace tarazy
