#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace tarazy {

/// Lays JSON text out while it comes, in pieces of any length: a line a member, two blanks a level, `[]` and `{}` where
/// there is none. Nothing is held but the last 64 KB.
class JsonLayout {
public:
    /// @param depth     how deep the value stands in its document
    /// @param decimals  numbers that are no whole ones are rounded to so many
    explicit JsonLayout(std::ostream& out, unsigned depth = 0, std::optional<int> decimals = {})
        : out_(out), depth_(depth), decimals_(decimals) {}
    JsonLayout(const JsonLayout&) = delete;
    JsonLayout& operator=(const JsonLayout&) = delete;

    /// @pre all that is fed together is one JSON value
    void feed(std::string_view text);
    /// Writes what is held: to be called behind the last piece. Not left to a destructor, since a stream may throw.
    void finish();

private:
    void open(char bracket);
    void close(char bracket);
    void begin_member();
    void end_number();
    void new_line();
    void write();
    /// @returns how many characters of the text belong to the string that is open
    std::size_t string_part(std::string_view text);

    std::ostream& out_;
    unsigned depth_;
    std::optional<int> decimals_;
    bool opened_ = false;  ///< was a bracket the last thing?
    bool in_string_ = false;
    bool escaped_ = false;
    std::string number_;  ///< one that is not at its end yet
    std::string text_;    ///< laid out, not written yet
};

}  // namespace tarazy
