#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tarazy {

/// Names that are one word in a script without blanks, whatever the dictionary says of their parts.
class EntityNames {
public:
    EntityNames() = default;
    explicit EntityNames(std::span<const std::string> names);

    /// The longest name that begins at a byte, in bytes; 0 if none does. O(longest name)
    [[nodiscard]] std::size_t longest_at(std::string_view text, std::size_t at) const;
    [[nodiscard]] bool empty() const noexcept { return names_.empty(); }

private:
    std::unordered_set<std::string> names_;
    std::unordered_set<std::string> beginnings_;  ///< the first character of each
    std::size_t longest_ = 0;
};

/// States of the world as ICU calls them in Chinese, and names that the study of Central Asian diplomacy needs
/// (塞米巴拉金斯克, 上海合作组织, 无核武器区, ...).
[[nodiscard]] std::vector<std::string> usual_chinese_names();

/// From a file with a name a line; blank lines and lines that begin with # do not count.
[[nodiscard]] std::vector<std::string> names_of_lines(std::string_view text);

}  // namespace tarazy
