#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tarazy {

/// What a single token must look like.
struct WordPattern {
    enum class Form {
        glob,   ///< the whole token; * is any characters, ? is one
        regex,  ///< somewhere in the token (ICU regular expression); ^ and $ are its ends
    };
    Form form = Form::glob;
    std::string text;
    bool operator==(const WordPattern&) const = default;
};

/// Does the glob fit the whole text (UTF-8, both as they are)? O(characters of both) as a rule, their product at worst
[[nodiscard]] bool glob_fits(std::string_view glob, std::string_view text);

/// The types of a corpus, so ordered that patterns find those that fit them: each pattern is asked once, not once a
/// token.
class TypeIndex {
public:
    /// @param types  must outlive this
    explicit TypeIndex(std::span<const std::string> types, bool case_sensitive = false);

    /// Numbers of the types that fit, increasing. O(log types + types with the same beginning); a glob that begins with
    /// a wildcard and a regular expression look at all types.
    /// @throws InputError for a regular expression that is none, LimitError for one that needs too long
    [[nodiscard]] std::vector<std::uint32_t> fitting(const WordPattern& pattern) const;

    /// The ways in which a text is a run of types, each a list of their numbers: 安全保证 as 安全 and 保证. At most 64,
    /// of at most 16 types each; the text as one type first.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> runs(std::string_view text) const;

private:
    [[nodiscard]] std::string folded(std::string_view text) const;
    using Place = std::pair<std::string, std::uint32_t>;
    [[nodiscard]] std::span<const Place> beginning_with(std::string_view prefix) const;

    bool case_sensitive_;
    std::vector<Place> sorted_;  ///< folded types and their numbers
};

}  // namespace tarazy
