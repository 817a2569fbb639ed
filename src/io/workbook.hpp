#pragma once

#include "base/work.hpp"
#include "io/stored_dates.hpp"
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
    Workbook(std::string_view bytes, std::string path, std::uint64_t max_bytes, Work work = {});
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    struct Sheet {
        std::string name;
        std::string part;
        bool hidden = false;
    };
    /// The sheets with cells in the order of their tabs.
    [[nodiscard]] const std::vector<Sheet>& sheets() const noexcept { return sheets_; }
    /// Do its serial numbers of days begin in 1904 (old Macintosh files), not in 1900?
    [[nodiscard]] bool since_1904() const noexcept { return since_1904_; }
    /// Does it ask for its formulas to be calculated when it is opened? Then the stored results may be out of date.
    [[nodiscard]] bool calculates_when_opened() const noexcept { return calculates_when_opened_; }
    /// What the numbers of cells stand for, by the number of their style.
    [[nodiscard]] std::vector<DateUnit> cell_units();
    /// Walks through a sheet. @pre index < sheets().size()
    void read_sheet(std::size_t index, const XmlEvents& events);
    /// Texts that cells refer to by number; none when the workbook has no such part.
    [[nodiscard]] std::vector<std::string> shared_texts();

    /// An InputError about this workbook.
    [[noreturn]] void refuse(const std::string& what) const;

private:
    struct Archive;
    [[nodiscard]] bool read_part(const std::string& part, const XmlEvents& events);
    void find_sheets();

    std::string path_;
    Work work_;
    std::uint64_t bytes_left_;
    std::unique_ptr<Archive> archive_;
    std::vector<Sheet> sheets_;
    std::string shared_part_, style_part_;
    bool since_1904_ = false;
    bool calculates_when_opened_ = false;
};

/// A text of the file as it was meant: `_x000D_` stands for the character U+000D (ECMA-376 part 1, 22.9.2.19).
[[nodiscard]] std::string unescaped_text(std::string_view text);

}  // namespace tarazy
