#include "correct/lattice/form_list.h"

#include <string>

#include <gtest/gtest.h>

namespace emend::correct {
namespace {

TEST(FormList, NumbersFormsInTheOrderInWhichTheyAreMet) {
  FormList forms;
  EXPECT_EQ(forms.number_of("the"), 0u);
  EXPECT_EQ(forms.number_of("cat"), 1u);
  EXPECT_EQ(forms.number_of("the"), 0u);
  EXPECT_EQ(forms.number_of(""), 2u);
  EXPECT_EQ(forms.size(), 3u);
  EXPECT_EQ(forms.form(1), "cat");
  EXPECT_EQ(forms.find("dog"), std::nullopt);
  EXPECT_EQ(forms.find("cat"), 1u);
}

TEST(FormList, KeepsFormsWhereTheyAreWhileItGrows) {
  FormList forms;
  const std::string long_form(200'000, 'x');
  forms.number_of("first");
  forms.number_of(long_form);
  const std::string_view first = forms.form(0);
  for (int i = 0; i < 50'000; ++i) forms.number_of("form" + std::to_string(i));
  EXPECT_EQ(forms.form(0).data(), first.data());
  EXPECT_EQ(first, "first");
  EXPECT_EQ(forms.form(1), long_form);
  for (int i = 0; i < 50'000; ++i) ASSERT_EQ(forms.find("form" + std::to_string(i)), static_cast<std::uint32_t>(i + 2));
}

}  // namespace
}  // namespace emend::correct
