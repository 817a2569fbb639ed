#pragma once

#include <string_view>

namespace tarazy {

/// Do the texts (UTF-8, any script) differ by nothing but letter case? Equal texts do not differ. O(length)
[[nodiscard]] bool equal_but_for_case(std::string_view a, std::string_view b);

}  // namespace tarazy
