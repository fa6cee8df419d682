// Products in the back office: added, published, changed, and refused when they are wrong.
import { expect, hydrated, office, open, store, test } from './fixtures';
import { backOffice } from './people';

test('a product is added, published, and bought from the shop; then it is taken out again', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/products`);
  await page.getByRole('link', { name: 'Add product' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add product');
  await hydrated(page);
  await page.getByLabel('Name').fill('Cupping spoon');
  await page.getByLabel('Price').fill('12.50');
  await page.getByRole('button', { name: 'Add product' }).click();
  await page.waitForURL(/\/products\/[0-9a-f-]{36}/);
  await expect(page.locator('.page-title')).toContainText('Draft');
  const editor = page.url();
  expect((await page.goto(`${store('kaffi')}/products/cupping-spoon`))?.status()).toBe(404);

  await open(page, editor);
  await page.locator('form#product [name=description_html]').fill('<p>Deep and round.</p><script>alert(1)</script>');
  await page.locator('form#product [name=status]').selectOption('published');
  await page.getByRole('button', { name: 'Save product' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(page.locator('.page-title')).toContainText('Published');
  await hydrated(page);

  await open(page, `${store('kaffi')}/products/cupping-spoon`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cupping spoon');
  await expect(page.getByRole('main')).toContainText('€12.50');
  await expect(page.locator('.prose')).toHaveText('Deep and round.');
  await open(page, `${store('kaffi')}/search?q=cupping`);
  await expect(page.getByRole('heading', { name: 'Cupping spoon' })).toBeVisible();

  await open(page, `${office('kaffi')}/products?q=cupping`);
  await page.getByRole('checkbox', { name: 'Cupping spoon' }).check();
  await page.getByRole('button', { name: 'Take out of the shop' }).click();
  await expect(page.locator('tbody tr')).toContainText('Draft');
  expect((await page.goto(`${store('kaffi')}/products/cupping-spoon`))?.status()).toBe(404);
});

test('a product that is wrong is refused field by field, and nothing entered is lost', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/products/new`);
  await page.getByLabel('Price').fill('a lot');
  await page.getByLabel('Brand').fill('Kaffi Haff');
  await page.getByRole('button', { name: 'Add product' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(2);
  await expect(page.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Price')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Price')).toHaveValue('a lot');
  await expect(page.getByLabel('Brand')).toHaveValue('Kaffi Haff');
  await hydrated(page);
  await summary.getByRole('link').first().click();
  await expect(page.getByLabel('Name')).toBeFocused();
});

test('options make variants, and unsaved changes are guarded', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/products/new`);
  await page.getByLabel('Name').fill('Barista apron');
  await page.getByLabel('Price').fill('39');
  await page.getByRole('button', { name: 'Add product' }).click();
  await page.waitForURL(/\/products\/[0-9a-f-]{36}/);
  await page.getByLabel('Option 1').fill('Colour');
  await page.getByLabel('Values, separated by commas').first().fill('Black, Sand');
  await page.getByRole('button', { name: 'Save options' }).click();
  await expect(page.getByRole('table', { name: 'Variants' }).locator('tbody tr')).toHaveCount(2);
  await expect(page.getByRole('table', { name: 'Variants' })).toContainText('Sand');
  await hydrated(page);

  const product = page.locator('form#product');
  await product.locator('[name=vendor]').fill('Somebody');
  await expect(product.getByText('Unsaved changes')).toBeVisible();
  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Categories' }).click();
  await expect(product.locator('[name=vendor]')).toHaveValue('Somebody');
  await product.getByRole('button', { name: 'Discard' }).click();
  await expect(product.getByText('Unsaved changes')).toBeHidden();
});

test('a category is added and leads to its products', async ({ page }) => {
  await backOffice(page, 'owner@minett.test', 'kaffi');
  await open(page, `${office('kaffi')}/categories/new`);
  await page.getByLabel('Name').fill('Spare parts');
  await page.getByRole('button', { name: 'Save category' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Add category');
  await open(page, `${store('kaffi')}/categories/spare-parts`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Spare parts');
  await expect(page.getByRole('main')).toContainText('0 products');
});
