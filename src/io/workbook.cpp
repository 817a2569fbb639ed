#include "io/workbook.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "io/excel_dates.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace tarazy {

struct Workbook::Archive {
    zip_t* zip = nullptr;
    ~Archive() {
        if (zip != nullptr) zip_discard(zip);
    }
};

namespace {

struct OpenPart {
    zip_file_t* file = nullptr;
    ~OpenPart() {
        if (file != nullptr) zip_fclose(file);
    }
};

/// Bytes that it unpacks to, as the archive says; 0 when it does not.
std::uint64_t part_size(zip_t* zip, const std::string& part) {
    zip_stat_t told;
    zip_stat_init(&told);
    return zip_stat(zip, part.c_str(), 0, &told) == 0 && (told.valid & ZIP_STAT_SIZE) != 0 ? told.size : 0;
}

/// `worksheets/sheet1.xml` or `/xl/worksheets/sheet1.xml`, as part names in the archive.
std::string part_name(std::string_view target, std::string_view folder) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string base(folder);
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const std::size_t slash = base.rfind('/', base.empty() ? 0 : base.size() - 2);
        base.erase(slash == std::string::npos ? 0 : slash + 1);
    }
    return base + std::string(target);
}

struct Relation {
    std::string type;  ///< last word of its type address
    std::string part;
};

XmlEvents relation_events(std::map<std::string, Relation, std::less<>>& relations, std::string folder) {
    XmlEvents events;
    events.start = [&relations, folder = std::move(folder)](std::string_view element, const XmlAttributes& attributes) {
        if (element != "Relationship") return;
        const std::string_view type = attributes.find("Type").value_or("");
        relations[std::string(attributes.find("Id").value_or(""))] = {
            std::string(type.substr(type.rfind('/') + 1)), part_name(attributes.find("Target").value_or(""), folder)};
    };
    return events;
}

bool is_true(std::optional<std::string_view> attribute) {
    return attribute == "1" || attribute == "true";
}

void append_utf8(std::string& text, unsigned character) {
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0 | (character >> 6));
        text += static_cast<char>(0x80 | (character & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (character >> 12));
        text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (character & 0x3F));
    }
}

}  // namespace

std::string unescaped_text(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '_' && at + 6 < text.size() && text[at + 1] == 'x' && text[at + 6] == '_') {
            unsigned character = 0;
            const char* const digits = text.data() + at + 2;
            const auto [end, error] = std::from_chars(digits, digits + 4, character, 16);
            const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
            if (error == std::errc() && end == digits + 4 && character != 0 && !surrogate) {
                append_utf8(result, character);
                at += 6;
                continue;
            }
        }
        result += text[at];
    }
    return result;
}

Workbook::Workbook(std::string_view bytes, std::string path, std::uint64_t max_bytes, Work work)
    : path_(std::move(path)), work_(std::move(work)), bytes_left_(max_bytes), archive_(std::make_unique<Archive>()) {
    // Old and encrypted workbooks are compound files.
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse("is an old Excel file (.xls) or protected by a password");
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source != nullptr) archive_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive_->zip == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    if (archive_->zip == nullptr) refuse("is not an .xlsx workbook");
    find_sheets();
}

Workbook::~Workbook() = default;

void Workbook::refuse(const std::string& what) const {
    throw InputError(Problem{path_, 0, 0, what, "save it again as .xlsx, or as CSV in UTF-8"});
}

/// False if the archive has no such part.
bool Workbook::read_part(const std::string& part, const XmlEvents& events) {
    OpenPart open{zip_fopen(archive_->zip, part.c_str(), 0)};
    if (open.file == nullptr) {
        if (zip_name_locate(archive_->zip, part.c_str(), 0) < 0) return false;
        refuse("the part " + part + " cannot be unpacked (" + zip_strerror(archive_->zip) + ")");
    }
    XmlParser parser(events);
    WorkStep step(work_, "reading " + path_ + " (" + part + ")", part_size(archive_->zip, part));
    std::array<char, std::size_t{1} << 16> piece{};
    for (;;) {
        const zip_int64_t count = zip_fread(open.file, piece.data(), piece.size());
        if (count < 0) refuse("the part " + part + " is damaged");
        if (static_cast<std::uint64_t>(count) > bytes_left_) {
            throw LimitError(path_ + ": its parts unpack to too many bytes; save the sheet as CSV");
        }
        bytes_left_ -= static_cast<std::uint64_t>(count);
        if (const auto fault = parser.feed({piece.data(), static_cast<std::size_t>(count)}, count == 0)) {
            refuse("the part " + part + " is damaged (" + *fault + ")");
        }
        if (count == 0) return true;
        step.advance(static_cast<std::uint64_t>(count));
    }
}

void Workbook::find_sheets() {
    std::map<std::string, Relation, std::less<>> relations;
    if (!read_part("_rels/.rels", relation_events(relations, ""))) refuse("is a zip archive, but not a workbook");
    std::string workbook_part = "xl/workbook.xml";
    for (const auto& [id, relation] : relations) {
        if (relation.type == "officeDocument") workbook_part = relation.part;
    }
    const std::size_t slash = workbook_part.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : workbook_part.substr(0, slash + 1);
    const std::string name = workbook_part.substr(folder.size());
    relations.clear();
    static_cast<void>(read_part(folder + "_rels/" + name + ".rels", relation_events(relations, folder)));
    XmlEvents events;
    events.start = [&](std::string_view element, const XmlAttributes& attributes) {
        if (element == "workbookPr") since_1904_ = is_true(attributes.find("date1904"));
        if (element == "calcPr") calculates_when_opened_ = is_true(attributes.find("fullCalcOnLoad"));
        if (element != "sheet") return;
        const auto relation = relations.find(attributes.find_qualified("id").value_or(""));
        if (relation == relations.end() || relation->second.type != "worksheet") return;
        const std::string_view state = attributes.find("state").value_or("visible");
        sheets_.push_back(
            {std::string(attributes.find("name").value_or("")), relation->second.part, state != "visible"});
    };
    if (!read_part(workbook_part, events)) refuse("is a zip archive, but not a workbook");
    for (const auto& [id, relation] : relations) {
        if (relation.type == "sharedStrings") shared_part_ = relation.part;
        if (relation.type == "styles") style_part_ = relation.part;
    }
    if (sheets_.empty()) refuse("the workbook has no sheet with cells");
}

std::vector<DateUnit> Workbook::cell_units() {
    std::vector<DateUnit> units;
    if (style_part_.empty()) return units;
    std::map<std::int64_t, DateUnit> codes;
    bool in_codes = false, in_styles = false;
    XmlEvents events;
    events.start = [&](std::string_view element, const XmlAttributes& attributes) {
        if (element == "numFmts") in_codes = true;
        if (element == "cellXfs") in_styles = true;
        const std::int64_t number = parse_integer(attributes.find("numFmtId").value_or("0")).value_or(0);
        if (in_codes && element == "numFmt") {
            codes[number] = excel_date_unit(attributes.find("formatCode").value_or(""));
        } else if (in_styles && element == "xf") {
            const auto code = codes.find(number);
            const bool built_in = number >= 0 && number < 164;
            units.push_back(code != codes.end() ? code->second
                            : built_in          ? excel_date_unit(static_cast<int>(number))
                                                : DateUnit::none);
        }
    };
    events.end = [&](std::string_view element) {
        if (element == "numFmts") in_codes = false;
        if (element == "cellXfs") in_styles = false;
    };
    static_cast<void>(read_part(style_part_, events));
    return units;
}

void Workbook::read_sheet(std::size_t index, const XmlEvents& events) {
    if (!read_part(sheets_[index].part, events))
        refuse("the sheet '" + sheets_[index].name + "' is missing from the file");
}

std::vector<std::string> Workbook::shared_texts() {
    std::vector<std::string> texts;
    if (shared_part_.empty()) return texts;
    bool in_text = false;
    bool in_reading_aid = false;  // <rPh>: how Japanese is pronounced, not part of the text
    std::string raw;
    XmlEvents events;
    events.start = [&](std::string_view element, const XmlAttributes&) {
        if (element == "si") raw.clear();
        if (element == "rPh") in_reading_aid = true;
        if (element == "t") in_text = !in_reading_aid;
    };
    events.end = [&](std::string_view element) {
        if (element == "si") texts.push_back(unescaped_text(raw));
        if (element == "rPh") in_reading_aid = false;
        if (element == "t") in_text = false;
    };
    events.text = [&](std::string_view text) {
        if (in_text) raw += text;
    };
    if (!read_part(shared_part_, events)) return texts;
    return texts;
}

}  // namespace tarazy
