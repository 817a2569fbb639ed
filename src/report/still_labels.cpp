#include "report/still_labels.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace tarazy {
namespace {

constexpr double letter_width = 6.9, letter_rise = 10, letter_fall = 3;

struct LabelBox {
    double left = 0, top = 0, right = 0, bottom = 0;

    [[nodiscard]] bool meets(const LabelBox& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

LabelBox box_of(const StillMark& mark) {
    return {mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius};
}

LabelBox box_of(const PlacedLabel& label, double width) {
    const double left = label.anchor == "start" ? label.x
                        : label.anchor == "end" ? label.x - width
                                                : label.x - width / 2;
    return {left, label.y - letter_rise, left + width, label.y + letter_fall};
}

std::array<PlacedLabel, 8> places_beside(const StillMark& mark) {
    const double beside = mark.radius + 4, middle = mark.y + 4;
    const double above = mark.y - mark.radius - 5, below = mark.y + mark.radius + 13;
    return {{{mark.x + beside, middle, "start", true},
             {mark.x - beside, middle, "end", true},
             {mark.x, above, "middle", true},
             {mark.x, below, "middle", true},
             {mark.x, above, "start", true},
             {mark.x, above, "end", true},
             {mark.x, below, "start", true},
             {mark.x, below, "end", true}}};
}

}  // namespace

double width_of_words(std::string_view words) {
    // A letter begins with each byte that does not go on with another.
    const auto letters = std::ranges::count_if(words, [](char byte) { return (byte & 0xC0) != 0x80; });
    return letter_width * static_cast<double>(letters);
}

std::vector<StillLabel> spread_labels(std::vector<StillLabel> labels, double distance, double floor) {
    std::ranges::stable_sort(labels, {}, &StillLabel::y);
    for (std::size_t i = 1; i < labels.size(); ++i) labels[i].y = std::max(labels[i].y, labels[i - 1].y + distance);
    for (std::size_t i = labels.size(); i-- > 0; floor -= distance) labels[i].y = std::min(labels[i].y, floor);
    return labels;
}

std::vector<PlacedLabel> place_beside(std::span<const StillMark> marks, const LabelBounds& bounds) {
    std::vector<std::size_t> order(marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return marks[i].needed; });
    std::vector<LabelBox> taken;
    for (const StillMark& mark : marks) taken.push_back(box_of(mark));
    std::vector<PlacedLabel> placed(marks.size());
    for (const std::size_t i : order) {
        const double width = width_of_words(marks[i].label);
        const auto within = [&](const PlacedLabel& label) {
            const LabelBox box = box_of(label, width);
            return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top &&
                   box.bottom <= bounds.bottom;
        };
        const auto free = [&](const PlacedLabel& label) {
            const LabelBox box = box_of(label, width);
            return within(label) && std::ranges::none_of(taken, [&](const LabelBox& one) { return one.meets(box); });
        };
        const auto places = places_beside(marks[i]);
        auto place = std::ranges::find_if(places, free);
        if (place == places.end() && marks[i].needed) place = std::ranges::find_if(places, within);
        if (place == places.end() && marks[i].needed) place = places.begin();
        if (place == places.end()) continue;
        placed[i] = *place;
        taken.push_back(box_of(*place, width));
    }
    return placed;
}

}  // namespace tarazy
