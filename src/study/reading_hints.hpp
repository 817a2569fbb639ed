#pragma once

#include <string>
#include <string_view>

namespace tarazy {

// Readers of tables end their messages with the option that would help ("name the encoding of the file with
// --encoding"). Commands of studies have no such options. These say the same in words that such a command has; other
// options and names of commands in quotation marks stay as they are. O(length).

/// For commands that read a study file: "--encoding" becomes "the key 'encoding' of its [data.KEY] in study.toml".
[[nodiscard]] std::string hint_of_study_file(std::string_view message);

/// Where there is no study file yet: "--encoding of 'tarazy data convert'", which writes a file that needs no option.
[[nodiscard]] std::string hint_of_convert(std::string_view message);

}  // namespace tarazy
