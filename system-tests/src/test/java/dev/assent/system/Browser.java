package dev.assent.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a window of a given size, and an eye for screenshots. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI url;
  private final ChromeDriver driver;

  Browser(URI url, int width, int height) {
    this.url = url;
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=" + width + "," + height);
    // No window can be as narrow as a phone; its screen can be emulated.
    options.setExperimentalOption(
        "mobileEmulation",
        Map.of("deviceMetrics", Map.of("width", width, "height", height, "touch", width < 600)));
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
  }

  void signIn(String person, String password) {
    open("/sign-in");
    driver.findElement(By.name("person")).sendKeys(person);
    driver.findElement(By.name("password")).sendKeys(password);
    driver.findElement(By.cssSelector("form button[type=submit]")).click();
    wait(ExpectedConditions.urlContains("/inbox"));
  }

  void open(String path) {
    driver.get(url.resolve(path).toString());
  }

  /** Waits until an element with this text is there. */
  WebElement text(String text) {
    return wait(
        ExpectedConditions.visibilityOfElementLocated(
            By.xpath("//*[not(self::script)][contains(text(),\"" + text + "\")]")));
  }

  WebElement element(String css) {
    return wait(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(css)));
  }

  void click(String css) {
    wait(ExpectedConditions.elementToBeClickable(By.cssSelector(css))).click();
  }

  /** Whether the page is wider than the window, so that one would have to scroll sideways. */
  boolean overflows() {
    return (Boolean)
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Kept for people to look at. */
  void screenshot(String name) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "screenshots"));
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T wait(ExpectedCondition<T> condition) {
    return new WebDriverWait(driver, PATIENCE).until(condition);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
