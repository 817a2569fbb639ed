#include "trace/event_data/event_rows.hpp"

#include "base/error.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"
#include "io/text_encoding.hpp"
#include "trace/event_data/event_date.hpp"

#include <algorithm>
#include <cstring>

namespace tarazy {
namespace {

/// Are there bytes that are no text in UTF-8?
bool has_stray_byte(std::string_view text) {
    // Nearly all names are ASCII.
    if (std::ranges::all_of(text, [](char c) { return c > '\0'; })) return false;
    return !is_utf8_text(text);
}

}  // namespace

/// One row of a block: where its fields end.
struct EventRowReader::Row {
    const RowBlock& block;
    const EventColumns& columns;
    const std::uint32_t* ends;  ///< of its fields
    std::size_t fields;
    std::uint32_t begin;
    std::size_t place;  ///< among the rows of the block
    bool named;         ///< columns have names: fields may stand in quotes and blanks

    [[nodiscard]] std::string_view raw(std::size_t field) const {
        const std::uint32_t from = field == 0 ? begin : ends[field - 1] + 1;
        std::string_view text(block.bytes.data() + from, ends[field] - from);
        if (field + 1 == fields && text.ends_with('\r')) text.remove_suffix(1);
        return text;
    }
    /// Without quotes and blanks around it. @param room  holds what had quotes inside
    [[nodiscard]] std::string_view cell(std::size_t field, std::string& room) const {
        std::string_view text = raw(field);
        if (!named) return text;
        text = trimmed(text);
        if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
        text = text.substr(1, text.size() - 2);
        if (text.find("\"\"") == std::string_view::npos) return text;
        room.clear();
        for (std::size_t i = 0; i < text.size(); ++i) {
            room += text[i];
            if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
        }
        return room;
    }
};

void EventRowReader::report(const Row& row, std::size_t column, std::string what, std::string remedy) {
    if (bad_rows_.size() >= Diagnostics::kept) return;
    const std::string_view before(row.block.bytes.data(), row.begin);
    const auto line = static_cast<std::uint64_t>(std::ranges::count(before, '\n'));
    bad_rows_.push_back({row.block.number, line, column, std::move(what), std::move(remedy)});
}

std::optional<EventRowReader::KnownDate> EventRowReader::made_out(std::string_view text) const {
    const auto day = event_day(text, rules_.day_first);
    if (!day) return std::nullopt;
    const std::int64_t period = period_of(*day, rules_.scale);
    KnownDate date;
    date.inside = (!rules_.since || *day >= *rules_.since) && (!rules_.until || *day <= *rules_.until);
    date.period = static_cast<std::int32_t>(period);
    date.day = static_cast<std::uint32_t>(*day - first_day(period, rules_.scale));
    return date;
}

/// Sets the date of the row. @return whether the text is one
bool EventRowReader::read_date(std::string_view text) {
    if (text.size() != 8) {
        const auto date = made_out(text);
        date_ = date.value_or(KnownDate{});
        return date.has_value();
    }
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), 8);
    KnownDate& known = known_dates_[(bytes * 0x9E37'79B9'7F4A'7C15U) >> 54U];
    if (known.text != bytes) {
        const auto date = made_out(text);
        if (!date) return false;
        known = *date;
        known.text = bytes;
    }
    date_ = known;
    return true;
}

std::uint32_t EventRowReader::read_kind(const Row& row) {
    const EventColumns& columns = row.columns;
    const std::string_view what = row.cell(columns.what, unquoted_[0]);
    const std::string_view detail = columns.detail ? row.cell(*columns.detail, unquoted_[1]) : std::string_view();
    const std::string_view goldstein =
        columns.goldstein ? row.cell(*columns.goldstein, unquoted_[2]) : std::string_view();
    // A character that no text of a field has parts them, another one the vocabularies of different files.
    key_.assign(what);
    key_ += '\n';
    key_ += goldstein;
    key_ += '\n';
    key_ += static_cast<char>('0' + static_cast<int>(columns.vocabulary));
    key_ += detail;
    return cells_.kind(key_, [&] {
        EventKind kind = event_kind(columns.vocabulary, rules_.quad, what, detail, goldstein);
        kind_notes_.push_back(static_cast<std::uint8_t>((kind.fault.empty() ? 0 : kind_bad) |
                                                        (kind.goldstein_from_table ? kind_from_table : 0)));
        return kind;
    });
}

EventRowReader::Outcome EventRowReader::read_row(const Row& row) {
    const EventColumns& columns = row.columns;
    if (row.fields != columns.fields) {
        const bool cut = row.block.unfinished && row.ends[row.fields - 1] + 1 == row.block.size;
        report(row, 0,
               std::string(cut ? "the file ends in the middle of the row: it" : "the row") + " has " +
                   std::to_string(row.fields) + " fields, not " + std::to_string(columns.fields),
               cut ? "fetch the file again" : "mend the row or take it out");
        return Outcome::bad;
    }
    std::string& room = unquoted_[0];
    const std::string_view date = row.cell(columns.date, room);
    if (!read_date(date)) {
        report(row, columns.date + 1, "'" + shortened(date) + "' is no date",
               "dates are like 20140301, 2014-03-01 or 3/1/2014 (--day-first: 1/3/2014)");
        return Outcome::bad;
    }
    const std::uint32_t kind = read_kind(row);
    if ((kind_notes_[kind] & kind_bad) != 0) {
        const EventKind& faulty = cells_.kind(kind);
        report(row, (faulty.fault_in_goldstein ? *columns.goldstein : columns.what) + 1, faulty.fault,
               "mend the cell or take the row out");
        return Outcome::bad;
    }
    if (!date_.inside) return Outcome::outside;
    for (const std::size_t field : {columns.source, columns.target}) {
        if (!has_stray_byte(row.raw(field))) continue;
        report(row, field + 1,
               std::string("the name of the ") + (field == columns.source ? "source" : "target") +
                   (row.raw(field).find('\0') != std::string_view::npos ? " has a NUL byte"
                                                                        : " has bytes that are no UTF-8"),
               "convert the file to UTF-8, for example with iconv");
        return Outcome::bad;
    }
    const auto actor_in = [&](std::size_t field) {
        const std::string_view name = row.cell(field, room);
        return row.named && name == "NA" ? std::string_view() : name;
    };
    const std::string_view source_name = actor_in(columns.source);
    const bool without_source = source_name.empty();
    const std::uint32_t source = cells_.actor(source_name);
    const std::string_view target_name = actor_in(columns.target);
    const std::uint32_t target = cells_.actor(target_name);
    tally_.without_actor += without_source || target_name.empty() ? 1 : 0;
    tally_.goldstein_from_table += (kind_notes_[kind] & kind_from_table) != 0 ? 1 : 0;
    cells_.count(source, target, date_.period, date_.day, kind);
    return Outcome::counted;
}

void EventRowReader::read(const RowBlock& block) {
    const EventColumns& columns = *block.columns;
    if (columns.quoted && block.rows().find('"') != std::string_view::npos) {
        index_quoted_fields(block.rows(), columns.delimiter, index_);
    } else {
        index_fields(block.rows(), columns.delimiter, index_);
    }
    const std::uint64_t rows_before = tally_.rows;
    std::size_t first_field = 0;
    std::uint32_t begin = 0;
    for (std::size_t place = 0; place < index_.row_ends.size(); ++place) {
        const std::size_t last_field = index_.row_ends[place];
        const Row row{block, columns,      index_.ends.data() + first_field, last_field - first_field + 1, begin,
                      place, columns.named};
        begin = index_.ends[last_field] + 1;
        first_field = last_field + 1;
        if (row.fields == 1 && row.raw(0).empty()) continue;
        ++tally_.rows;
        const bool last_of_file = block.unfinished && place + 1 == index_.row_ends.size();
        const Outcome outcome = read_row(row);
        if (outcome == Outcome::bad) ++tally_.bad;
        if (outcome == Outcome::bad && last_of_file) ++tally_.cut;
        if (outcome == Outcome::outside) ++tally_.outside;
        if (last_of_file && outcome != Outcome::bad) unfinished_.push_back(block.file);
    }
    cells_.settle();
    const std::uint64_t line_ends =
        columns.quoted ? static_cast<std::uint64_t>(std::ranges::count(block.rows(), '\n')) : index_.row_ends.size();
    block_lines_.push_back({block.number, block.file, line_ends, tally_.rows - rows_before});
}

}  // namespace tarazy
