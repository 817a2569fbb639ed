#pragma once

#include "io/xml_events.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// The parts of an Office Open XML workbook that lies in memory: a zip archive of XML texts.
class Workbook {
public:
    /// @throws InputError if the bytes are no zip archive or hold no workbook
    Workbook(std::string_view bytes, std::string path, std::uint64_t max_bytes);
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    /// Names of the sheets in the order of their tabs.
    [[nodiscard]] std::vector<std::string> sheet_names() const;
    /// Walks through a sheet. @pre index < sheet_names().size()
    void read_sheet(std::size_t index, const XmlEvents& events);
    /// Texts that cells refer to by number; none when the workbook has no such part.
    [[nodiscard]] std::vector<std::string> shared_texts();

    /// An InputError about this workbook.
    [[noreturn]] void refuse(const std::string& what) const;

private:
    struct Archive;
    struct Sheet {
        std::string name;
        std::string part;
    };
    [[nodiscard]] bool read_part(const std::string& part, const XmlEvents& events);
    void find_sheets();

    std::string path_;
    std::uint64_t bytes_left_;
    std::unique_ptr<Archive> archive_;
    std::vector<Sheet> sheets_;
    std::string shared_part_;
};

/// A text of the file as it was meant: `_x000D_` stands for the character U+000D (ECMA-376 part 1, 22.9.2.19).
[[nodiscard]] std::string unescaped_text(std::string_view text);

}  // namespace tarazy
